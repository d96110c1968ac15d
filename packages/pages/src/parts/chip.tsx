export type Tone = 'good' | 'bad' | 'warm' | 'cool' | 'plain';

/** A word about something, told by its text and not by its colour alone. */
export function Chip({ tone = 'plain', children }: { tone?: Tone; children: string }) {
  return <span class={`chip ${tone}`}>{children}</span>;
}
