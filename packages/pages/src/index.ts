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
export type { PlacedReason, Preview } from './data/preview.ts';
export type { Rehearsal, Start, ValuesOverTime } from './data/rehearsal.ts';
export type { Difference, Figure, History, Moment, Report } from './data/report.ts';
export { page } from './document/page.ts';
