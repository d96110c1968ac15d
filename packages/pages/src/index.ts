export type { Card, CardVariant } from './data/card.ts';
export type {
  Customer,
  CustomerLine,
  EnrollmentLine,
  EventLine,
  Figures,
  Gauge,
  ListName,
  ListQuestion,
  Part,
  ProductView,
  Question,
  RequestLine,
  SequenceLine,
  WaitingLine,
} from './data/dashboard.ts';
export { page } from './document/page.ts';
