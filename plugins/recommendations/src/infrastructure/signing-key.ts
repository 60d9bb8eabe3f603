import { Injectable } from '@nestjs/common';
import { TransactionalConnection } from '@vendure/core';
import { createHmac } from 'node:crypto';

/** The installation's own key, which all its servers share. */
@Injectable()
export class SigningKey {
    private key: Promise<string> | undefined;

    constructor(private readonly connection: TransactionalConnection) {}

    /** HMAC-SHA256 of the text. */
    async sign(text: string): Promise<Buffer> {
        return createHmac('sha256', await this.read())
            .update(text)
            .digest();
    }

    private read(): Promise<string> {
        this.key ??= this.ask().catch((error: unknown) => {
            this.key = undefined;
            throw error;
        });
        return this.key;
    }

    private async ask(): Promise<string> {
        const [row] = await this.connection.rawConnection.query<Array<{ key: string }>>(
            'SELECT key FROM efi_recommendation_key LIMIT 1',
        );
        if (!row) {
            throw new Error(
                'efi_recommendation_key is empty: run the migrations of the recommendations plugin again.',
            );
        }
        return row.key;
    }
}
