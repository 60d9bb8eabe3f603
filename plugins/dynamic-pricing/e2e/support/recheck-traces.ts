/** What is needed of a stored trace. Written anew here, and not taken from the domain. */
interface StoredTrace {
    readonly inputs: { readonly currentPrice: number; readonly dayStartPrice: number };
    readonly bounds: {
        readonly floor: number;
        readonly ceiling: number;
        readonly moveLow: number;
        readonly moveHigh: number;
        readonly isLocked: boolean;
    };
    readonly fired: readonly unknown[];
    readonly wanted: number;
    readonly basis: string;
    readonly cuts: readonly { readonly guard: string; readonly over?: string }[];
    readonly price: number;
}

/**
 * Reads stored decisions as an auditor would, with arithmetic of its own.
 *
 * @returns What is wrong, a line each.
 */
export function recheckTraces(
    rows: readonly { readonly price: number; readonly trace: StoredTrace }[],
): string[] {
    return rows.flatMap(({ price, trace }, index) => {
        const { floor, ceiling, moveLow, moveHigh, isLocked } = trace.bounds;
        const over = (guard: string) => trace.cuts.some(cut => cut.over === guard);
        const wrong: [boolean, string][] = [
            [price !== trace.price, 'the trace ends at another price'],
            [!(Number.isInteger(price) && price > 0), 'no positive whole number'],
            [isLocked && price !== trace.inputs.currentPrice, 'moved though locked'],
            [!isLocked && price < floor, 'below the floor'],
            [!isLocked && price > ceiling && !(over('ceiling') && price === floor), 'above the ceiling'],
            [!isLocked && (price < moveLow || price > moveHigh) && !over('movement'), 'moved too far'],
            [trace.basis === 'rules' && trace.fired.length === 0, 'no rule that fired'],
            [
                Math.abs(price - trace.wanted) > 1 && trace.cuts.length === 0,
                'another price than wanted, without a cut',
            ],
        ];
        return wrong.filter(([isWrong]) => isWrong).map(([, what]) => `decision ${index}: ${what}`);
    });
}
