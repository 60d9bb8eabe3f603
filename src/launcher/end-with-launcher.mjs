// Loaded into a process that is not ours (Next's server): it ends when the launcher that started it is gone.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
