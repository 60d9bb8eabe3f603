import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, RequestContext, Transaction } from '@vendure/core';
import type { KeyFault } from '../domain/scopes';
import type { EfiMachineKey } from '../infrastructure/machine-key.entity';
import { MachineKeys } from '../infrastructure/machine-keys';
import { manageMachineKeys } from './permissions';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

interface CreateInput {
    readonly name: string;
    readonly scopes: string[];
    readonly expiresAt?: Date | null;
}

interface NewMachineKey {
    readonly key: string;
    readonly machineKey: EfiMachineKey;
}

/** See the schema. */
class EfiMachineKeyRefusedError {
    readonly __typename = 'EfiMachineKeyRefusedError';
    readonly errorCode = 'EFI_MACHINE_KEY_REFUSED_ERROR';
    readonly message = 'The key was not made';

    constructor(readonly fault: KeyFault) {}
}

@Resolver()
export class MachineKeysResolver {
    constructor(private readonly keys: MachineKeys) {}

    @Query()
    @Allow(manageMachineKeys.Permission)
    efiMachineKeys(@Ctx() ctx: RequestContext): Promise<EfiMachineKey[]> {
        return this.keys.list(ctx);
    }

    @Mutation()
    @Transaction()
    @Allow(manageMachineKeys.Permission)
    async createEfiMachineKey(
        @Ctx() ctx: RequestContext,
        @Args() { input }: { input: CreateInput },
    ): Promise<NewMachineKey | EfiMachineKeyRefusedError> {
        const made = await this.keys.create(ctx, input);
        return made.ok ? made : new EfiMachineKeyRefusedError(made.fault);
    }

    @Mutation()
    @Transaction()
    @Allow(manageMachineKeys.Permission)
    async revokeEfiMachineKey(
        @Ctx() ctx: RequestContext,
        @Args() { id }: { id: string },
    ): Promise<EfiMachineKey | null> {
        return (UUID.test(id) && (await this.keys.revoke(ctx, id))) || null;
    }
}

@Resolver('EfiMachineKey')
export class MachineKeyFieldResolver {
    constructor(private readonly keys: MachineKeys) {}

    @ResolveField()
    createdBy(@Ctx() ctx: RequestContext, @Parent() key: EfiMachineKey): Promise<string> {
        return this.keys.makerOf(ctx, key);
    }
}

/** Tells the members of the union apart. */
@Resolver('CreateEfiMachineKeyResult')
export class MachineKeyResultResolver {
    @ResolveField()
    __resolveType(value: object): string {
        return value instanceof EfiMachineKeyRefusedError ? value.__typename : 'EfiNewMachineKey';
    }
}
