import { RestApiPlugin } from '@efi/rest-api-plugin';
import { Redis } from 'ioredis';
import type { Env } from '../env';
import { announceOutages, failFast, redisOptions } from '../redis/redis-connection';

/** The REST API; its requests are counted in Redis where there is one, for all servers together. */
export function restApiPlugin(env: Env) {
    const { REDIS_URL } = env;
    return RestApiPlugin.init({
        docs: !env.isProduction,
        ...(REDIS_URL
            ? {
                  redis: () => {
                      const client = new Redis({ ...redisOptions(REDIS_URL), ...failFast });
                      announceOutages(client, 'RestApi');
                      return client;
                  },
              }
            : {}),
    });
}
