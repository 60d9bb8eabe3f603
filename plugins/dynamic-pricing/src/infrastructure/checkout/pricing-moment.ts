import { WorkContext } from '@efi/plugin-kit';

const decided = new WorkContext<Date>();

/** Has everything that `work` reads be priced as of one moment. */
export function pricedAt<T>(moment: Date, work: () => Promise<T>): Promise<T> {
    return decided.run(moment, work);
}

/** The moment as of which prices are read: the one that was decided on, else now by this machine's clock. */
export function pricingMoment(): Date {
    return decided.getStore() ?? new Date();
}

/** Whether a moment was decided on, so that prices are made rather than shown. */
export function isMomentDecided(): boolean {
    return decided.getStore() !== undefined;
}
