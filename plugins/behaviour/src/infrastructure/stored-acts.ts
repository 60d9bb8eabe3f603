import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type BehaviourHistory, type PastAct, setBehaviourHistory } from '@efi/plugin-kit';
import { TransactionalConnection } from '@vendure/core';

const PAGE = 20_000;

const page = `
    SELECT id, type, at, "productId", session, "customerId"
      FROM efi_behaviour_event
     WHERE id > $1 AND at > $2 AND type IN ('product-viewed', 'added-to-cart') AND "productId" IS NOT NULL
     ORDER BY id
     LIMIT ${PAGE}`;

/** {@link BehaviourHistory} from the events that are kept. Those of who revoked are gone from it. */
@Injectable()
export class StoredActs implements BehaviourHistory, OnApplicationBootstrap {
    constructor(private readonly connection: TransactionalConnection) {}

    onApplicationBootstrap(): void {
        setBehaviourHistory(this.connection.rawConnection, this);
    }

    async *acts(since: Date): AsyncIterable<readonly PastAct[]> {
        for (let last = '0'; ;) {
            const rows = await this.connection.rawConnection.query<Array<PastAct & { id: string }>>(page, [
                last,
                since,
            ]);
            const latest = rows.at(-1);
            if (!latest) {
                return;
            }
            last = latest.id;
            yield rows;
        }
    }
}
