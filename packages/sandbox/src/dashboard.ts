export { dashboard } from './dashboard/dashboard.ts';
