/** A request that is answered with an error. Nothing was changed. */
export class ApiError extends Error {
    override readonly name = 'ApiError';

    constructor(
        /** HTTP. */
        readonly status: number,
        /** For programs. */
        readonly code: string,
        message: string,
    ) {
        super(message);
    }
}
