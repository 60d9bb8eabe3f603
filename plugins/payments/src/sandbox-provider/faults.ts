/** A call of the API, as far as faults tell them apart. */
export type FaultOperation = 'create' | 'capture' | 'void' | 'refund' | 'read';

/** Something that goes wrong on demand. What each kind does is written in api/requests.ts. */
export interface Fault {
    readonly kind: 'slow' | 'down' | 'timeout_after' | 'break_after';
    readonly operation?: FaultOperation | undefined;
    readonly times?: number | undefined;
    readonly ms: number;
}

/** The faults that are switched on. Forgotten when the process ends. */
export class Faults {
    private active: { fault: Fault; left: number }[] = [];

    replace(faults: readonly Fault[]): void {
        this.active = faults.map(fault => ({ fault, left: fault.times ?? Infinity }));
    }

    /** The first fault that this call meets, or `undefined`. Counts as one of its times. */
    take(operation: FaultOperation): Fault | undefined {
        const hit = this.active.find(
            ({ fault, left }) => left > 0 && (fault.operation === undefined || fault.operation === operation),
        );
        if (hit) {
            hit.left -= 1;
        }
        return hit?.fault;
    }
}
