interface Refused {
    readonly __typename: string;
    readonly message: string;
}

/** @throws Error in the server's words, when it refused. */
export function orFail<Done extends { readonly __typename: string }>(
    answer: Done | Refused,
): Exclude<Done, Refused> {
    if ('message' in answer) {
        throw new Error(answer.message);
    }
    return answer as Exclude<Done, Refused>;
}
