/** Where the ids of what a mutation is about come from. */
type IdSource =
    | { readonly from: 'arguments'; readonly path: readonly string[] }
    | { readonly from: 'answer'; readonly path: readonly string[] }
    /** The account that is signed in. */
    | { readonly from: 'actor' }
    /** There is one such thing in the shop. */
    | { readonly from: 'only' }
    /** By a name or a secret in the arguments, whose account it is. */
    | { readonly from: 'account'; readonly path: readonly string[]; readonly by: 'name' | 'change-token' }
    | { readonly from: 'nowhere' };

/** What a mutation is about: of which type, and how it is found. */
export interface SubjectPlan {
    /** Name of a type of the schema, which mostly is that of an entity. */
    readonly type: string;
    /** Where the type is said by the caller: the path in the arguments. */
    readonly typeAt?: readonly string[];
    readonly ids: IdSource;
}
