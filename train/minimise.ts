/** Value of a function at `x`; writes its slope into `slope`. */
export type Objective = (x: Float64Array, slope: Float64Array) => number;

/**
 * The penalty on the squares of the first `count` weights; begins their slopes.
 *
 * @param penalty its strength
 */
export function penalised(x: Float64Array, slope: Float64Array, penalty: number, count = x.length): number {
  let loss = 0;
  for (let i = 0; i < count; i++) {
    loss += (penalty * x[i]! * x[i]!) / 2;
    slope[i] = penalty * x[i]!;
  }
  return loss;
}

/** log(1 + e^x) without overflow. */
export const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

const MEMORY = 8;
const SUFFICIENT = 1e-4;
const HALVINGS = 20;
const STILL = 1e-5;

/** L-BFGS with backtracking: from zero to a minimum of a smooth convex function, the same every time. */
export function minimise(objective: Objective, size: number, iterations: number): Float64Array {
  let x = new Float64Array(size);
  let slope = new Float64Array(size);
  let value = objective(x, slope);
  const steps: Float64Array[] = [];
  const changes: Float64Array[] = [];
  for (let i = 0; i < iterations; i++) {
    const direction = towards(slope, steps, changes);
    const descent = dot(direction, slope);
    let length = i === 0 ? 1 / Math.max(1, Math.sqrt(dot(slope, slope))) : 1;
    let [next, nextSlope, nextValue] = [x, slope, Number.POSITIVE_INFINITY];
    for (let h = 0; h < HALVINGS && !(nextValue <= value + SUFFICIENT * length * descent); h++) {
      if (h > 0) length /= 2;
      next = x.map((at, j) => at + length * direction[j]!);
      nextSlope = new Float64Array(size);
      nextValue = objective(next, nextSlope);
    }
    if (!(nextValue < value - STILL)) break;
    remember(steps, difference(next, x));
    remember(changes, difference(nextSlope, slope));
    [x, slope, value] = [next, nextSlope, nextValue];
  }
  return x;
}

/** The two-loop recursion: minus the slope, bent by what the last steps showed of the curvature. */
function towards(slope: Float64Array, steps: readonly Float64Array[], changes: readonly Float64Array[]): Float64Array {
  const direction = slope.map((part) => -part);
  const shares: number[] = [];
  for (let i = steps.length - 1; i >= 0; i--) {
    shares[i] = dot(steps[i]!, direction) / dot(steps[i]!, changes[i]!);
    addTo(direction, changes[i]!, -shares[i]!);
  }
  const last = steps.length - 1;
  if (last >= 0) {
    const scale = dot(steps[last]!, changes[last]!) / dot(changes[last]!, changes[last]!);
    for (let j = 0; j < direction.length; j++) direction[j]! *= scale;
  }
  for (let i = 0; i < steps.length; i++) {
    addTo(direction, steps[i]!, shares[i]! - dot(changes[i]!, direction) / dot(steps[i]!, changes[i]!));
  }
  return direction;
}

function remember(list: Float64Array[], one: Float64Array): void {
  list.push(one);
  if (list.length > MEMORY) list.shift();
}

const difference = (a: Float64Array, b: Float64Array): Float64Array => a.map((part, i) => part - b[i]!);

function addTo(to: Float64Array, what: Float64Array, times: number): void {
  for (let i = 0; i < to.length; i++) to[i]! += times * what[i]!;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
