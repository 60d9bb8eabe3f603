import { ResolveField, Resolver } from '@nestjs/graphql';
import { ErrorResult } from '@vendure/core';
import type { QuarantineObjection } from '../domain/resolve-quarantine';

/** See the schema. Its message is looked up by the objection's code; see `quarantineMessages`. */
export class EfiQuarantineResolutionError extends ErrorResult {
    override readonly __typename = 'EfiQuarantineResolutionError';
    override readonly errorCode = 'EFI_QUARANTINE_RESOLUTION_ERROR';
    override message: string;
    readonly detail: string;

    constructor({ code, detail = '' }: QuarantineObjection) {
        super();
        this.message = `efi-quarantine-${code}`;
        this.detail = detail;
    }
}

/** Tells the two members of the union apart. */
@Resolver('ResolveEfiQuarantinedPaymentResult')
export class QuarantineResultResolver {
    @ResolveField()
    __resolveType(value: object): string {
        return value instanceof EfiQuarantineResolutionError ? value.__typename : 'EfiPaymentIntent';
    }
}
