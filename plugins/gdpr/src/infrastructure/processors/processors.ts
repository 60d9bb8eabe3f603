import { auditTrail, publicUrl } from '@efi/plugin-kit';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type ID, ProcessContext, type RequestContext, TransactionalConnection } from '@vendure/core';
import { randomBytes } from 'node:crypto';
import type { RequestKind } from '../../domain/privacy-request';
import { GDPR_OPTIONS, type ResolvedGdprOptions } from '../../gdpr.options';
import { keyFor, keysFor, seal, unseal } from '../sealing';
import { EfiGdprProcessor } from './entities';

/** Why a processor was not kept. */
export type ProcessorRefusal =
    'NO_SUCH_PROCESSOR' | 'NAME_TAKEN' | 'ADDRESS_NOT_ALLOWED' | 'NAME_MISSING' | 'NO_KINDS';

export interface ProcessorInput {
    readonly name: string;
    readonly url: string;
    readonly kinds: readonly RequestKind[];
    readonly isRequired: boolean;
    readonly isActive: boolean;
}

/** A processor, and its secret this once. */
export interface NewProcessor {
    readonly processor: EfiGdprProcessor;
    readonly secret: string;
}

const PREFIX = 'whsec_';

/** Who is told of requests. */
@Injectable()
export class Processors implements OnApplicationBootstrap {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly process: ProcessContext,
        @Inject(GDPR_OPTIONS) private readonly options: ResolvedGdprOptions,
    ) {}

    /** What the options say of a processor holds, whatever was set since. */
    async onApplicationBootstrap(): Promise<void> {
        if (!this.process.isServer) {
            return;
        }
        for (const { secret, ...rest } of this.options.processors) {
            const input = { kinds: ['ERASURE'] as const, isRequired: true, isActive: true, ...rest };
            const refusal = this.fault(input);
            if (refusal) {
                throw new Error(`GdprPlugin: the processor "${rest.name}" is refused: ${refusal}.`);
            }
            const sealedSecret = await this.seal(secret);
            await this.connection.rawConnection
                .getRepository(EfiGdprProcessor)
                .upsert({ ...input, kinds: [...input.kinds], sealedSecret }, ['name']);
        }
    }

    list(ctx: RequestContext): Promise<EfiGdprProcessor[]> {
        return this.connection.getRepository(ctx, EfiGdprProcessor).find({ order: { name: 'ASC' } });
    }

    async add(ctx: RequestContext, input: ProcessorInput): Promise<NewProcessor | ProcessorRefusal> {
        const processors = this.connection.getRepository(ctx, EfiGdprProcessor);
        const refusal = this.fault(input);
        if (refusal) {
            return refusal;
        }
        if (await processors.existsBy({ name: input.name.trim() })) {
            return 'NAME_TAKEN';
        }
        const secret = newSecret();
        const processor = await processors.save(
            processors.create({ ...this.row(input), sealedSecret: await this.seal(secret) }),
        );
        return { processor, secret };
    }

    async update(
        ctx: RequestContext,
        id: ID,
        input: ProcessorInput,
    ): Promise<EfiGdprProcessor | ProcessorRefusal> {
        const processors = this.connection.getRepository(ctx, EfiGdprProcessor);
        const known = await processors.findOneBy({ id: Number(id) });
        if (!known) {
            return 'NO_SUCH_PROCESSOR';
        }
        const refusal = this.fault(input);
        if (refusal) {
            return refusal;
        }
        const namesake = await processors.findOneBy({ name: input.name.trim() });
        return namesake && namesake.id !== known.id
            ? 'NAME_TAKEN'
            : processors.save(Object.assign(known, this.row(input)));
    }

    /** A new secret, which signs from now on. */
    async renewSecret(ctx: RequestContext, id: ID): Promise<NewProcessor | ProcessorRefusal> {
        const processors = this.connection.getRepository(ctx, EfiGdprProcessor);
        const processor = await processors.findOneBy({ id: Number(id) });
        if (!processor) {
            return 'NO_SUCH_PROCESSOR';
        }
        const secret = newSecret();
        processor.sealedSecret = await this.seal(secret);
        await processors.save(processor);
        await auditTrail(this.connection.rawConnection).record(ctx, {
            ...{ action: 'renew-processor-secret', class: 'security' },
            resource: { type: 'EfiPrivacyProcessor', id: processor.id },
        });
        return { processor, secret };
    }

    /** The key that messages to it and answers of it are signed with. */
    async keyOf({ sealedSecret }: EfiGdprProcessor): Promise<Uint8Array> {
        const secret = Buffer.from(
            await unseal(sealedSecret, ...keysFor(this.options, 'processors')),
        ).toString();
        return Buffer.from(secret.slice(secret.startsWith(PREFIX) ? PREFIX.length : 0), 'base64');
    }

    private fault({
        name,
        url,
        kinds,
    }: Pick<ProcessorInput, 'name' | 'url' | 'kinds'>): ProcessorRefusal | undefined {
        if (!name.trim()) {
            return 'NAME_MISSING';
        }
        if (!kinds.length) {
            return 'NO_KINDS';
        }
        try {
            const { allowLoopback } = this.options.webhooks;
            publicUrl(url, allowLoopback ? ['https:', 'http:'] : ['https:'], { allowLoopback });
            return undefined;
        } catch {
            return 'ADDRESS_NOT_ALLOWED';
        }
    }

    private row({ name, url, kinds, isRequired, isActive }: ProcessorInput) {
        return { name: name.trim(), url, kinds: [...kinds], isRequired, isActive };
    }

    private seal(secret: string): Promise<string> {
        return seal(Buffer.from(secret), this.sealingKey());
    }

    private sealingKey(): Uint8Array {
        return keyFor(this.options.secret, 'processors');
    }
}

function newSecret(): string {
    return PREFIX + randomBytes(32).toString('base64');
}
