/** Where shoppers fetch things. */
export interface PickUpPlace {
    readonly id: string;
    readonly name: string;
}

/** What a place has of a variant now. */
export interface PickUpStock {
    readonly place: PickUpPlace;
    readonly availability: 'IN_STOCK' | 'FEW_LEFT' | 'NOT_HERE';
}
