import type { RecordFault } from '../../faults/record-fault.ts';
import type { Layout } from '../../table/header.ts';
import type { Mapping, Rule } from '../language/mapping.ts';
import { conditionOf, type Cells } from '../language/rule.ts';
import { layoutOf, MappedRow } from './mapped-row.ts';
import { slotOf, type Slot, type Target } from './slot.ts';

/** What a kind of record says of the fields of its mappings. */
export interface Targets {
  readonly names: readonly string[];
  /** What a field takes; undefined where there is no such field. */
  readonly of: (field: string) => Target | undefined;
  /** Beginnings of fields with names of one's own: `attributes.` */
  readonly families: readonly string[];
}

/** A part of a record that becomes a row of its own. */
export interface Part<Given> {
  readonly record: Given;
  /** What it is of the record: an entry of a list in a cell. */
  readonly entry: string;
}

/** Parts with the same fields. */
export interface Form<Given> {
  readonly slots: readonly Slot<Part<Given>>[];
  /** Every such part of a record; none where it has none. */
  partsOf(record: Given): readonly Part<Given>[];
}

/** What a mapping makes of one row or document. */
export interface Applied {
  readonly rows: readonly MappedRow[];
  readonly faults: readonly RecordFault[];
  readonly isLeftOut: boolean;
}

/** A mapping over the names of one layout. */
export class Application<Given> {
  readonly #isWanted: (record: Given) => boolean;
  readonly #id: Slot<Part<Given>> | undefined;
  /** The last one is for records of which no other has parts. */
  readonly #forms: readonly { readonly form: Form<Given>; readonly layout: Layout }[];

  /**
   * @param target The field that tells records apart.
   * @param formsOf Further rows of a record: its variants, its lines.
   */
  constructor(
    mapping: Mapping,
    cells: Cells<Given>,
    {
      targets,
      key,
      place,
      formsOf,
    }: {
      readonly targets: Targets;
      readonly key: string;
      readonly place: Pick<Layout, 'file' | 'repeatedAt'>;
      readonly formsOf: FormsFor<Given>;
    },
  ) {
    const inParts: Cells<Part<Given>> = (name) => {
      const cell = cells(name);
      return cell && (({ record }) => cell(record));
    };
    const slot: SlotMaker<Given> = (field, rule) =>
      slotOf(field, rule, targets.of(field) ?? 'text', inParts);
    const own = Object.entries(mapping.fields).map(([field, rule]) => slot(field, rule));
    this.#isWanted = conditionOf(mapping.where, cells);
    this.#id = own.find(({ field }) => field === key);
    const whole: Form<Given> = { slots: own, partsOf: (record) => [{ record, entry: '' }] };
    const about = { ...place, families: targets.families };
    this.#forms = [...formsOf(own, slot, cells), whole].map((form) => ({
      form,
      layout: layoutOf(form.slots, about),
    }));
  }

  /** The id of the record that a row belongs to; empty where it has none. */
  keyOf(record: Given): string {
    const outcome = this.#id?.read({ record, entry: '' });
    return outcome?.is === 'text' ? outcome.text : '';
  }

  apply(record: Given, line: number): Applied {
    if (!this.#isWanted(record)) return { rows: [], faults: [], isLeftOut: true };
    const rows: MappedRow[] = [];
    const faults: RecordFault[] = [];
    let isLeftOut = false;
    for (const { form, layout } of this.#forms) {
      const isWhole = form === this.#forms.at(-1)?.form;
      if (isWhole && rows.length > 0) break;
      for (const part of form.partsOf(record)) {
        const outcomes = form.slots.map((slot) => slot.read(part));
        isLeftOut ||= outcomes.some(({ is }) => is === 'left-out');
        const row = new MappedRow(
          outcomes.map((outcome) => (outcome.is === 'text' ? outcome.text : '')),
          { line, layout, originals: form.slots.map((slot) => slot.original(part)) },
        );
        for (const [index, outcome] of outcomes.entries()) {
          const field = form.slots[index]?.field ?? '';
          const isNew = outcome.is === 'fault' && rows.length === 0;
          if (isNew) faults.push(row.fault(field, outcome.message));
        }
        rows.push(row);
      }
    }
    return { rows, faults, isLeftOut };
  }
}

/** Makes the forms of a record's further rows. */
type FormsFor<Given> = (
  own: readonly Slot<Part<Given>>[],
  slot: SlotMaker<Given>,
  cells: Cells<Given>,
) => readonly Form<Given>[];

/** Makes them whatever the record is read from. */
export type FormsOf = <Given>(...given: Parameters<FormsFor<Given>>) => readonly Form<Given>[];

/** Makes the slot of one field. */
export type SlotMaker<Given> = (field: string, rule: Rule) => Slot<Part<Given>>;
