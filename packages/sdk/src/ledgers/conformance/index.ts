export { ledgerRules, type LedgerRule, type OpenLedger, type TestedLedger } from './rules.ts';
