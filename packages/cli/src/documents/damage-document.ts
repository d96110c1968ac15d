import { leftOf, type Damage } from 'sequenzy-jobs/catalog/check/damage.ts';

/** What was found, as `--json` prints it. Documented in docs/json.md. */
export function damageDocument(damage: Damage) {
  const { findings, notInspected, repaired } = damage;
  const kinds = findings.kinds.map(({ kind, count, certain }) => ({ kind, count, certain }));
  return {
    damage: {
      count: findings.count,
      certain: findings.certain,
      left: leftOf(damage),
      kinds,
      notInspected,
      repaired: repaired ?? null,
    },
    findings: findings.kinds.flatMap(({ listed }) =>
      listed.map(({ kind, file, line, cell, column, value, problem, repair, isCertain }) => ({
        kind,
        file,
        line,
        ...(cell !== undefined && { cell }),
        column: column ?? null,
        value: value ?? null,
        problem,
        repair: repair ?? null,
        isCertain,
      })),
    ),
  };
}
