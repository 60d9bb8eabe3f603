/** An alert as it is kept. */
export interface Alert {
    readonly id: string;
    readonly pattern: string;
    readonly userId: string | null;
    /** Name of the account as it is now. */
    readonly user: string | null;
    readonly address: string | null;
    readonly at: Date;
    readonly lastAt: Date;
    readonly count: number;
    readonly message: string | null;
    readonly acknowledgedAt: Date | null;
    readonly acknowledgedBy: string | null;
}
