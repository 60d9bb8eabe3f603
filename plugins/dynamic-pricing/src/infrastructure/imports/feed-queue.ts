import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type JobQueue, JobQueueService, TransactionalConnection } from '@vendure/core';
import { EfiCompetitorFeed } from '../entities/competitor-feed.entity';
import { CompetitorFeeds } from './competitor-feeds';

/** Has the worker fetch a feed that somebody wants now. */
@Injectable()
export class FeedQueue implements OnModuleInit {
    private queue: JobQueue<{ feedId: number }> | undefined;

    constructor(
        private readonly jobQueueService: JobQueueService,
        private readonly connection: TransactionalConnection,
        private readonly feeds: CompetitorFeeds,
    ) {}

    async onModuleInit(): Promise<void> {
        this.queue = await this.jobQueueService.createQueue<{ feedId: number }>({
            name: 'efi-competitor-feed',
            process: async ({ data }) => {
                const feed = await this.connection.rawConnection
                    .getRepository(EfiCompetitorFeed)
                    .findOneBy({ id: data.feedId });
                if (feed) {
                    await this.feeds.fetch(feed);
                }
            },
        });
    }

    async add(feed: EfiCompetitorFeed): Promise<void> {
        await this.queue?.add({ feedId: feed.id });
    }
}
