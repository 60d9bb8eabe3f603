import { Inject, Injectable } from '@nestjs/common';
import { TransactionalConnection } from '@vendure/core';
import type { Recipient } from '../../application/recipients';
import { GDPR_OPTIONS, type ResolvedGdprOptions } from '../../gdpr.options';
import { EfiGdprProcessor } from './entities';

/** All who get personal data: those of the options, and those who are told of requests. */
@Injectable()
export class Recipients {
    constructor(
        private readonly connection: TransactionalConnection,
        @Inject(GDPR_OPTIONS) private readonly options: ResolvedGdprOptions,
    ) {}

    async all(): Promise<Recipient[]> {
        const told = await this.connection.rawConnection
            .getRepository(EfiGdprProcessor)
            .find({ where: { isActive: true }, order: { name: 'ASC' } });
        const known = new Set(this.options.recipients.map(({ name }) => name));
        return [
            ...this.options.recipients,
            ...told
                .filter(({ name }) => !known.has(name))
                .map(({ name, url, kinds }): Recipient => ({
                    ...{ name, does: `Is told at ${new URL(url).host} of requests: ${kinds.join(', ')}` },
                    gets: 'number and e-mail address of the customer, and what was put right',
                    role: 'processor',
                })),
        ];
    }
}
