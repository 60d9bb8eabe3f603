import type { LedgerEntry } from '../../domain/ledger';
import type { Discrepancy, Period, ProviderLine } from '../../domain/reconciliation';

/** What a reconciliation starts from. */
export interface ReconciliationHistory {
    /** Where the last complete one of the gateway ended. */
    readonly lastEnd?: Date;
    /** When the money moved that the oldest open discrepancy is about. */
    readonly oldestOpen?: Date;
}

/** What a reconciliation found. */
export interface ReconciliationFigures {
    /** That the provider listed. */
    readonly movements: number;
    /** Missing here before, and booked now. */
    readonly repaired: number;
    /** Left for a person. */
    readonly discrepancies: number;
}

/** Reports of reconciliations, and the ledger as they read it. */
export abstract class ReconciliationBooks {
    abstract history(gateway: string): Promise<ReconciliationHistory>;

    /** @returns The report's id. */
    abstract begin(gateway: string, period: Period): Promise<string>;

    /** The entries of the period, by the provider's clock, and those of the listed movements wherever they are. */
    abstract ledger(
        gateway: string,
        period: Period,
        listed: readonly ProviderLine[],
    ): Promise<readonly LedgerEntry[]>;

    /**
     * Keeps what is still wrong in a period, and closes what was open in it and is right now. What a person resolved
     * stays so, unless the amounts changed.
     */
    abstract note(
        reconciliationId: string,
        gateway: string,
        period: Period,
        discrepancies: readonly Discrepancy[],
    ): Promise<void>;

    abstract complete(reconciliationId: string, figures: ReconciliationFigures): Promise<void>;
    abstract fail(reconciliationId: string, error: string): Promise<void>;
}
