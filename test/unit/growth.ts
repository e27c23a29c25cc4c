/** How many times as long something takes for four times as much: four where its time grows with the amount, sixteen with the square. */
export function growthFourfold(run: (amount: number) => void, amount: number): number {
  run(amount);
  return shortest(() => run(4 * amount)) / shortest(() => run(amount));
}

/** The least processor time of several runs: noise only ever adds, and what else the machine does is not counted. */
function shortest(run: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i++) {
    const from = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(from);
    best = Math.min(best, user + system);
  }
  return best;
}
