/** Something that a shopper did and the server can't see by itself: exactly one of the fields, as the Shop API has it. */
export type Act =
    | { readonly productViewed: { readonly productId: string } }
    | { readonly searched: { readonly term: string; readonly resultCount: number } }
    | {
          readonly recommendationShown: {
              readonly recommendationId: string;
              readonly productIds: readonly string[];
          };
      }
    | { readonly recommendationClicked: { readonly recommendationId: string; readonly productId: string } };

/** What one message may hold at most, which is what the Shop API takes. */
export const limits = { acts: 20, productIds: 24, term: 100, recommendationId: 100, bytes: 16_384 } as const;
