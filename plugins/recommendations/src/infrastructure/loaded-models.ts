import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Logger } from '@vendure/core';
import { ModelShelf } from '../application/ports/model-shelf.port';
import type { ServedModel } from '../domain/serving/served-model';
import { openModel } from '../domain/training/model-bundle';
import { loggerCtx } from './logger-context';
import { ModelArchive } from './model-archive';

/** How long a server may go on with the model from before a promotion. */
const CHECK_EVERY_MS = 20_000;

/**
 * {@link ModelShelf} from the archive: each version is read and decoded once. Looks for a new one when it is asked,
 * in the background, so that a process without shoppers does nothing.
 */
@Injectable()
export class LoadedModels extends ModelShelf implements OnApplicationBootstrap {
    private readonly loaded = new Map<number, ServedModel>();
    private readonly wanted = new Set<number>();
    private inPlaceId: number | undefined;
    private checkedAt = 0;
    private checking: Promise<void> | undefined;

    constructor(private readonly archive: ModelArchive) {
        super();
    }

    /** The first shopper finds it loaded. */
    onApplicationBootstrap(): void {
        this.check();
    }

    inPlace(): ServedModel | undefined {
        this.check();
        return this.inPlaceId === undefined ? undefined : this.loaded.get(this.inPlaceId);
    }

    byId(id: number): ServedModel | undefined {
        if (!this.loaded.has(id)) {
            this.wanted.add(id);
        }
        this.check();
        return this.loaded.get(id);
    }

    /** Looks for a new model now; resolves when it is loaded. */
    async refresh(): Promise<void> {
        await this.checking;
        this.checkedAt = 0;
        this.check();
        await this.checking;
    }

    private check(): void {
        if (this.checking || Date.now() - this.checkedAt < CHECK_EVERY_MS) {
            return;
        }
        this.checkedAt = Date.now();
        this.checking = this.load()
            .catch((error: unknown) => {
                Logger.error('No model of recommendations could be loaded', loggerCtx, String(error));
            })
            .finally(() => {
                this.checking = undefined;
            });
    }

    private async load(): Promise<void> {
        const inPlace = await this.archive.idInPlace();
        const needed = new Set([...(inPlace === undefined ? [] : [inPlace]), ...this.wanted]);
        this.wanted.clear();
        for (const id of needed) {
            if (!this.loaded.has(id)) {
                const parts = await this.archive.parts(id);
                if (parts) {
                    this.loaded.set(id, openModel(id, parts));
                }
            }
        }
        const previous = this.inPlaceId;
        this.inPlaceId = inPlace;
        // What a request holds lives on until it is answered.
        if (previous !== undefined && previous !== inPlace) {
            this.loaded.delete(previous);
        }
    }
}
