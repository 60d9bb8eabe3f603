/** Why a price is what it is, as the Admin API gives it. Money in minor units. */
export interface Trace {
    readonly at: string;
    readonly inputs: { readonly currentPrice: number; readonly listPrice: number };
    readonly fired: readonly {
        readonly ruleId: number;
        readonly name: string;
        readonly kind: string;
        readonly from: number;
        readonly to: number;
    }[];
    readonly lost: readonly {
        readonly ruleId: number;
        readonly name: string;
        readonly kind: string;
        readonly reason: string;
    }[];
    readonly wanted: number;
    readonly basis: string;
    readonly cuts: readonly {
        readonly guard: string;
        readonly from: number;
        readonly to: number;
        readonly over?: string;
    }[];
    readonly price: number;
}
