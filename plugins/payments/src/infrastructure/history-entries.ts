/** Type of the order's history entry for a payment that it did not take. */
export const PAYMENT_RETURNED = 'EFI_PAYMENT_RETURNED';

declare module '@vendure/core' {
    interface OrderHistoryEntryData {
        [PAYMENT_RETURNED]: {
            intentId: string;
            /** In the shop's way of counting. */
            amount: number;
            currencyCode: string;
        };
    }
}
