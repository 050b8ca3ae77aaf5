// api.cache: records of the trigger, on the tenant's clock. Nothing throws. Sizes are PACKAGE's, which count what a
// call is to replace; 20 entries and 24 hours are DOCS'.

const MINUTE = 60_000;
const failure = (code) => ({ type: "error", code });

class Cache {
  constructor(items, clock) {
    this.clock = clock;
    this.records = new Map(items.map(({ key, ...record }) => [key, record]));
  }

  get(key) {
    const record = this.records.get(key);
    return record?.expires_at >= this.clock() ? record : undefined;
  }

  set(key, value, options) {
    if (byteLength(key) > 64) return failure("CacheKeySizeExceeded");
    if (byteLength(value) > 4096) return failure("CacheValueSizeExceeded");
    const { records } = this;
    const total = [...records].reduce((sum, [key, { value }]) => sum + byteLength(key) + byteLength(value), 0);
    const isFull = records.size >= 20 && !records.has(key);
    if (isFull || total + byteLength(key) + byteLength(value) > 16_640) return failure("CacheSizeExceeded");
    const { ttl, expires_at: end } = { ...options };
    if ([ttl, end].some((time) => time !== undefined && !Number.isFinite(time))) return failure("InvalidExpiry");
    const now = this.clock();
    const asked = Math.floor(Math.min(now + (ttl ?? (end === undefined ? 15 * MINUTE : Infinity)), end ?? Infinity));
    if (asked <= now) return failure("ItemAlreadyExpired");
    if (!Number.isSafeInteger(asked)) return failure("InvalidExpiry");
    const record = { value, expires_at: Math.min(asked, now + 24 * 60 * MINUTE) };
    records.set(key, record);
    return { type: "success", record };
  }

  delete(key) {
    return this.records.delete(key) ? { type: "success" } : failure("CacheKeyDoesNotExist");
  }

  get items() {
    const now = this.clock();
    return [...this.records].map(([key, record]) => ({ key, ...record })).filter((item) => item.expires_at >= now);
  }
}
