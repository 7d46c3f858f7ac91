-- One store: values by key, the instant (µs) that each lives until, and its turn, the newest highest.
-- KEYS: values, instants, turns, counter. ARGV: operation, now, swept (1 or 0), then the operation's own.
local values, instants, turns, counter = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local operation, now, swept = ARGV[1], tonumber(ARGV[2]), ARGV[3] == '1'
local FORGOTTEN = 30 * 24 * 3600
-- State.FOR_EVER, in µs: a store of such values is not forgotten, however long nobody writes to it.
local FOR_EVER = 7258118400000000

local function drop(key)
  redis.call('HDEL', values, key)
  redis.call('ZREM', instants, key)
  redis.call('ZREM', turns, key)
end

local function alive(key)
  local instant = redis.call('ZSCORE', instants, key)
  return instant and tonumber(instant) > now
end

local function value(key)
  return alive(key) and redis.call('HGET', values, key) or false
end

local function put(key, what, instant, capacity)
  redis.call('HSET', values, key, what)
  redis.call('ZADD', instants, instant, key)
  redis.call('ZADD', turns, redis.call('INCR', counter), key)
  local over = redis.call('ZCARD', turns) - tonumber(capacity)
  if over > 0 then
    for _, oldest in ipairs(redis.call('ZRANGE', turns, 0, over - 1)) do drop(oldest) end
  end
  for _, each in ipairs(KEYS) do
    if tonumber(instant) >= FOR_EVER then redis.call('PERSIST', each) else redis.call('EXPIRE', each, FORGOTTEN) end
  end
end

local function expired(most)
  return redis.call('ZRANGEBYSCORE', instants, '-inf', now, 'LIMIT', 0, most)
end

if not swept then
  for _, key in ipairs(expired(1000)) do drop(key) end
end

if operation == 'put' then
  put(ARGV[4], ARGV[5], ARGV[6], ARGV[7])
  return 1
elseif operation == 'new' then
  if alive(ARGV[4]) then return 0 end
  put(ARGV[4], ARGV[5], ARGV[6], ARGV[7])
  return 1
elseif operation == 'get' then
  return value(ARGV[4])
elseif operation == 'take' then
  local taken = value(ARGV[4])
  if taken then drop(ARGV[4]) end
  return taken
elseif operation == 'swap' then
  -- ARGV: key, what must be there ('' for nothing), what comes ('' for nothing), instant, capacity
  if (value(ARGV[4]) or '') ~= ARGV[5] then return 0 end
  if ARGV[6] == '' then drop(ARGV[4]) else put(ARGV[4], ARGV[6], ARGV[7], ARGV[8]) end
  return 1
elseif operation == 'all' then
  local found = {}
  for _, key in ipairs(redis.call('ZRANGE', turns, 0, -1)) do
    if alive(key) then
      found[#found + 1] = key
      found[#found + 1] = redis.call('HGET', values, key)
    end
  end
  return found
elseif operation == 'expired' then
  local taken = {}
  for _, key in ipairs(expired(1000)) do
    taken[#taken + 1] = redis.call('HGET', values, key)
    drop(key)
  end
  return taken
elseif operation == 'size' then
  return redis.call('ZCOUNT', instants, '(' .. ARGV[2], '+inf')
elseif operation == 'clear' then
  redis.call('DEL', unpack(KEYS))
  return 1
end
return redis.error_reply('unknown operation ' .. operation)
