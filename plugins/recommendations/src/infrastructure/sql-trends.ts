import { asSystem } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import { TransactionalConnection } from '@vendure/core';
import { Trends } from '../application/ports/trends.port';
import { ShortMemory } from './short-memory';

const TEN_MINUTES = 600_000;
/** Enough for any list, also when much of it is sold out. */
const MOST = 200;
/** After which a purchase counts half, and the window: what counts below a hundredth is left out. */
const HALF_LIFE_DAYS = 14;
const WINDOW_DAYS = 90;

const popular = `
    SELECT v."productId"
      FROM "order" o
      JOIN order_channels_channel c ON c."orderId" = o.id AND c."channelId" = $1
      JOIN order_line l ON l."orderId" = o.id AND l.quantity > 0
      JOIN product_variant v ON v.id = l."productVariantId"
     WHERE o."orderPlacedAt" > now() - interval '${WINDOW_DAYS} days' AND o.state <> 'Cancelled'
     GROUP BY v."productId"
     ORDER BY sum(power(0.5, extract(epoch FROM now() - o."orderPlacedAt") / 86400 / ${HALF_LIFE_DAYS})) DESC,
              v."productId"
     LIMIT ${MOST}`;

const newcomers = `
    SELECT p.id AS "productId"
      FROM product p
      JOIN product_channels_channel c ON c."productId" = p.id AND c."channelId" = $1
     WHERE p.enabled AND p."deletedAt" IS NULL AND p."createdAt" > now() - make_interval(days => $2)
     ORDER BY p."createdAt" DESC, p.id DESC
     LIMIT 20`;

/** {@link Trends} from the shop's orders and catalogue. */
@Injectable()
export class SqlTrends extends Trends {
    private readonly popularity: ShortMemory<number, number[]>;
    private readonly arrivals: ShortMemory<number, number[]>;

    /** @param newcomerDays - How long a product is new. */
    constructor(connection: TransactionalConnection, newcomerDays: number) {
        super();
        const productIds = async (sql: string, parameters: unknown[]) => {
            const rows = await asSystem(() =>
                connection.rawConnection.query<Array<{ productId: number }>>(sql, parameters),
            );
            return rows.map(({ productId }) => productId);
        };
        this.popularity = new ShortMemory(TEN_MINUTES, id => productIds(popular, [id]));
        this.arrivals = new ShortMemory(TEN_MINUTES, id => productIds(newcomers, [id, newcomerDays]));
    }

    popular(channelId: number): Promise<readonly number[]> {
        return this.popularity.get(channelId);
    }

    newcomers(channelId: number): Promise<readonly number[]> {
        return this.arrivals.get(channelId);
    }
}
