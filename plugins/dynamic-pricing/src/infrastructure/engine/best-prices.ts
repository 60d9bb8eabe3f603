import { Injectable } from '@nestjs/common';
import type { RunContext } from './run-context';

/** The prices of highest expected margin. */
@Injectable()
export class BestPrices {
    of(_run: RunContext): Promise<ReadonlyMap<number, number>> {
        return Promise.resolve(new Map());
    }
}
