// SPDX-License-Identifier: GPL-3.0-or-later
#include "FaultCases.h"

#include <QDateTime>
#include <QLocale>

#include <zlib.h>

#include <atomic>

namespace tickmark::test {

namespace {

using End = FaultAnswer::End;
using Over = FaultCase::Over;

constexpr int kMiB = 1024 * 1024;
const QByteArray kOk = "HTTP/1.1 200 OK\r\n";
const QByteArray kPortal = "<!DOCTYPE html><html><head><title>Guest network</title></head><body>Log in</body></html>";

const QByteArray kTwelve =
    R"({"meta":{"symbol":"NVDA","interval":"1day","currency":"USD","exchange_timezone":"America/New_York"},)"
    R"("values":[{"datetime":"2025-01-27","open":"124.80","high":"128.40","low":"116.70","close":"118.42",)"
    R"("volume":"818830900"},{"datetime":"2025-01-24","open":"148.37","high":"148.97","low":"141.88",)"
    R"("close":"142.62","volume":"234657600"}],"status":"ok"})";
const QByteArray kEcb = "KEY,FREQ,CURRENCY,CURRENCY_DENOM,TIME_PERIOD,OBS_VALUE\r\n"
                        "EXR.D.USD.EUR.SP00.A,D,USD,EUR,2025-01-24,1.0495\r\n"
                        "EXR.D.USD.EUR.SP00.A,D,USD,EUR,2025-01-27,1.0515\r\n";
const QByteArray kFeed =
    "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>PAPER</title><language>en</language>"
    "<item><guid>1</guid><title>Chip makers fall</title><pubDate>Mon, 27 Jan 2025 18:00:00 GMT</pubDate></item>"
    "<item><guid>2</guid><title>Bonds are sought after</title><pubDate>Mon, 27 Jan 2025 19:00:00 GMT</pubDate></item>"
    "</channel></rss>";

struct SoundRow
{
    const char *provider;
    const char *target; //!< part of it; null: any
    QByteArray body;
};
const std::vector<SoundRow> kSound{
    {"twelvedata", nullptr, kTwelve},
    {"ecb", nullptr, kEcb},
    {"feed", nullptr, kFeed},
    {"yahoo", nullptr,
     R"({"chart":{"result":[{"meta":{"currency":"USD","symbol":"NVDA","exchangeTimezoneName":"America/New_York"},)"
     R"("timestamp":[1737729000,1737988200],"indicators":{"quote":[{"open":[148.37,124.8],"high":[148.97,128.4],)"
     R"("low":[141.88,116.7],"close":[142.62,118.42],"volume":[234657600,818830900]}]}}],"error":null}})"},
    {"alphavantage", nullptr,
     R"json({"Meta Data":{"1. Information":"Daily Prices","2. Symbol":"NVDA","5. Time Zone":"US/Eastern"},
"Time Series (Daily)":{"2025-01-27":{"1. open":"124.8000","2. high":"128.4000","3. low":"116.7000",
"4. close":"118.4200","5. volume":"818830900"},"2025-01-24":{"1. open":"148.3700","2. high":"148.9700",
"3. low":"141.8800","4. close":"142.6200","5. volume":"234657600"}}})json"},
    {"stooq", nullptr,
     "Date,Open,High,Low,Close,Volume\r\n2025-01-24,148.37,148.97,141.88,142.62,234657600\r\n"
     "2025-01-27,124.8,128.4,116.7,118.42,818830900\r\n"},
    {"finnhub", nullptr,
     R"({"s":"ok","t":[1737676800,1737936000],"o":[148.37,124.8],"h":[148.97,128.4],"l":[141.88,116.7],)"
     R"("c":[142.62,118.42],"v":[234657600,818830900]})"},
    {"kraken", nullptr,
     R"({"error":[],"result":{"XXBTZUSD":[["100000.5","0.25000000",1737957600.0000,"b","l","",1],)"
     R"(["100001.5","0.50000000",1737957601.0000,"s","l","",2]],"last":"1737957601000000000"}})"},
    {"coinbase", nullptr,
     R"([{"trade_id":2,"side":"sell","size":"0.50","price":"100001.50","time":"2025-01-27T06:00:01.000000Z"},)"
     R"({"trade_id":1,"side":"buy","size":"0.25","price":"100000.50","time":"2025-01-27T06:00:00.000000Z"}])"},
    {"gdelt", nullptr,
     R"({"articles":[{"url":"https://PAPER/1","title":"Chip makers fall","seendate":"20250127T180000Z",)"
     R"("domain":"PAPER","language":"English"},{"url":"https://PAPER/2","title":"Bonds are sought after",)"
     R"("seendate":"20250127T190000Z","domain":"PAPER","language":"English"}]})"},
    {"finnhub-news", nullptr,
     R"([{"id":1,"datetime":1737999000,"headline":"Chip makers fall","source":"PAPER","summary":"They fell.",)"
     R"("url":"https://PAPER/1"},{"id":2,"datetime":1737999600,"headline":"Bonds are sought after","source":"PAPER",)"
     R"("summary":"They rose.","url":"https://PAPER/2"}])"},
    {"alphavantage-news", nullptr,
     R"({"items":"2","feed":[{"title":"Chip makers fall","url":"https://PAPER/1","time_published":"20250127T180000",)"
     R"("summary":"They fell.","source":"PAPER"},{"title":"Bonds are sought after","url":"https://PAPER/2",)"
     R"("time_published":"20250127T190000","summary":"They rose.","source":"PAPER"}]})"},
};

QByteArray packed(const QByteArray &bytes, int times = 1)
{
    z_stream stream{};
    constexpr int kGzip = 15 + 16;
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kGzip, 8, Z_DEFAULT_STRATEGY);
    QByteArray all(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))) + 64,
                   Qt::Uninitialized);
    stream.next_out = reinterpret_cast<Bytef *>(all.data());
    stream.avail_out = static_cast<uInt>(all.size());
    const auto feed = [&](int flush) {
        stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
        stream.avail_in = static_cast<uInt>(bytes.size());
        deflate(&stream, flush);
    };
    if (times == 1) {
        feed(Z_FINISH);
        all.resize(static_cast<qsizetype>(stream.total_out));
    } else { // after a full flush, the same bytes are packed into the same block
        feed(Z_FULL_FLUSH);
        const auto head = static_cast<qsizetype>(stream.total_out);
        stream.avail_out = static_cast<uInt>(all.size() - head);
        feed(Z_FULL_FLUSH);
        const QByteArray block = all.sliced(head, static_cast<qsizetype>(stream.total_out) - head);
        all = all.first(head) + block.repeated(times - 1);
    }
    deflateEnd(&stream);
    return all;
}

FaultAnswer status(const char *line, const QByteArray &headers = {})
{
    return {FaultServer::whole("no", headers, line), End::Keep, {}};
}

FaultAnswer body(const QByteArray &bytes, const QByteArray &headers = {})
{
    return {FaultServer::whole(bytes, headers), End::Keep, {}};
}

QByteArray httpDate(const QDateTime &time)
{
    return QLocale::c().toString(time, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")).toLatin1();
}

QByteArray inUtf16(const QByteArray &text)
{
    QByteArray wide("\xff\xfe");
    for (const char c : text)
        wide.append(c).append('\0');
    return wide;
}

} // namespace

std::vector<FaultCase> transportCases()
{
    const QByteArray inAnHour = httpDate(QDateTime::currentDateTimeUtc().addSecs(3600));
    return {
        {"redirect loop", "too_many_redirects", redirectTo("/again")},
        {"redirect without an address", "bad_redirect", status("302 Found")},
        {"redirect to a file", "bad_redirect", redirectTo("file:///etc/passwd")},
        {"304 that nobody asked for", "refused", {"HTTP/1.1 304 Not Modified\r\n\r\n", End::Keep, {}}},
        {"401", "unauthorized", status("401 Unauthorized")},
        {"403", "forbidden", status("403 Forbidden")},
        {"404", "not_found", status("404 Not Found")},
        {"429, pause in seconds", "rate_limited", status("429 Too Many Requests", "Retry-After: 3600\r\n")},
        {"429, pause as a date", "rate_limited", status("429 Too Many Requests", "Retry-After: " + inAnHour + "\r\n")},
        {"500", "server_failed", status("500 Internal Server Error")},
        {"503", "server_failed", status("503 Service Unavailable")},
        {"stall before the headers", "stalled", {"", End::Stall, {}}},
        {"stall in the headers", "stalled", {kOk + "Content-", End::Stall, {}}},
        {"stall in the body", "stalled", {kOk + "Content-Length: 999\r\n\r\n{\"meta\"", End::Stall, {}}},
        {"reset before the headers", "broken", {"", End::Reset, {}}},
        {"reset in the headers", "broken", {kOk + "Content-", End::Reset, {}}},
        {"reset in the body", "broken", {kOk + "Content-Length: 999\r\n\r\n{\"meta\"", End::Reset, {}}},
        {"body shorter than announced", "truncated", {kOk + "Content-Length: 999\r\n\r\n{\"meta\"", End::Close, {}}},
        {"chunks cut off", "truncated", {kOk + "Transfer-Encoding: chunked\r\n\r\n7\r\n{\"meta\"\r\n", End::Close, {}}},
        {"ends with the connection, and cut", "malformed", {kOk + "\r\n" + kTwelve.chopped(40), End::Close, {}}},
        {"bad gzip", "bad_compression", body("\x1f\x8b\x08 not packed", "Content-Encoding: gzip\r\n")},
        {"gzip cut off", "malformed", body(packed(kTwelve.repeated(9)).chopped(60), "Content-Encoding: gzip\r\n")},
        {"gzip bomb, 1 MB to 1 GiB", "body_too_large",
         body(packed(QByteArray(kMiB, '{'), 1024), "Content-Encoding: gzip\r\n")},
        {"endless body", "body_too_large", {kOk + "\r\n", End::Endless, QByteArray(65'536, '{')}},
        {"1 MB of headers",
         "headers_too_large",
         {kOk + QByteArray("X-Filler: 0123456789\r\n").repeated(50'000) + "\r\n", End::Keep, {}}},
        {"wrong charset", "not_what_was_asked", body(inUtf16(kTwelve), "Content-Type: application/json\r\n")},
        {"empty body", "not_what_was_asked", body({})},
        {"HTML where JSON was expected", "web_page", body(kPortal)},
        {"no HTTP at all", "not_http", {"220 mail.example ESMTP\r\n", End::Close, {}}},
    };
}

std::vector<FaultCase> providerCases()
{
    return {
        {"Yahoo: no such symbol", "unknown_symbol",
         body(R"({"chart":{"result":null,"error":{"code":"Not Found","description":"No data found"}}})"), "yahoo"},
        {"Yahoo: too many requests", "rate_limited",
         body(R"({"chart":{"result":null,"error":{"code":"Too Many Requests","description":"Slow down"}}})"), "yahoo"},
        {"Yahoo: nothing, and no reason", "no_data", body(R"({"chart":{"result":null,"error":null}})"), "yahoo"},
        {"Yahoo: a log-in page", "web_page", body(kPortal), "yahoo"},
        {"Stooq: quota", "quota_used", body("Exceeded the daily hits limit"), "stooq"},
        {"Stooq: a log-in page", "web_page", body(kPortal), "stooq"},
        {"Alpha Vantage: Note", "rate_limited", body(R"({"Note":"Thank you for using us; rate limit reached."})"),
         "alphavantage"},
        {"Alpha Vantage: Information", "quota_used",
         body(R"({"Information":"Our standard API rate limit is 25 requests per day."})"), "alphavantage"},
        {"Alpha Vantage: Error Message", "unknown_symbol",
         body(R"({"Error Message":"Invalid API call for TIME_SERIES_DAILY."})"), "alphavantage"},
        {"Twelve Data: key", "bad_key",
         body(R"({"code":401,"status":"error","message":"The apikey sEcr3t-k3y is incorrect."})")},
        {"Twelve Data: limit of the minute", "rate_limited",
         body(R"({"code":429,"status":"error","message":"Out of credits for the current minute."})")},
        {"Twelve Data: limit of the day", "quota_used",
         body(R"({"code":429,"status":"error","message":"Out of credits for the day."})")},
        {"Twelve Data: no such symbol", "unknown_symbol",
         body(R"({"code":404,"status":"error","message":"symbol not found"})")},
        {"Finnhub: limit", "rate_limited", body(R"({"error":"API limit reached. Please try again later."})"),
         "finnhub"},
        {"Finnhub: key", "bad_key", body(R"({"error":"Invalid API key sEcr3t-k3y"})"), "finnhub"},
        {"Finnhub: columns cut off", "malformed",
         body(R"({"s":"ok","t":[1737676800,1737936000],"o":[148.37],"h":[148.97],"l":[141.88],"c":[142.62],"v":[1]})"),
         "finnhub"},
        {"ECB: a log-in page", "web_page", body(kPortal), "ecb"},
        {"ECB: cut off", "malformed", {kOk + "\r\n" + kEcb.chopped(9), End::Close, {}}, "ecb"},
        {"Kraken: limit", "rate_limited", body(R"({"error":["EAPI:Rate limit exceeded"]})"), "kraken"},
        {"Kraken: no such pair", "unknown_symbol", body(R"({"error":["EQuery:Unknown asset pair"]})"), "kraken"},
        {"Coinbase: no such product", "unknown_symbol", body(R"({"message":"NotFound"})"), "coinbase"},
        {"Coinbase: limit", "rate_limited", body(R"({"message":"Public rate limit exceeded"})"), "coinbase"},
        {"Feed: a log-in page", "web_page", body(kPortal), "feed"},
        {"Feed: cut off", "malformed", {kOk + "\r\n" + kFeed.chopped(60), End::Close, {}}, "feed"},
        {"Feed: empty", "not_what_was_asked", body({}), "feed"},
        {"GDELT: limit", "rate_limited", body("Please limit requests to one every 5 seconds"), "gdelt"},
        {"GDELT: a log-in page", "web_page", body(kPortal), "gdelt"},
        {"Finnhub news: key", "bad_key", body(R"({"error":"Invalid API key"})"), "finnhub-news"},
        {"Alpha Vantage news: Information", "quota_used",
         body(R"({"Information":"Our standard API rate limit is 25 requests per day."})"), "alphavantage-news"},
    };
}

QByteArray soundBody(const QByteArray &provider, const QByteArray &target)
{
    static std::atomic_int asked = 0; // a headline is told once: each answer has a publisher of its own
    const QByteArray publisher = "paper" + QByteArray::number(++asked) + ".example";
    for (const SoundRow &row : kSound) {
        if (provider == row.provider && (!row.target || target.contains(row.target)))
            return QByteArray(row.body).replace("PAPER", publisher);
    }
    qFatal("no answer of %s is known", provider.constData());
}

FaultAnswer sound(const QByteArray &provider, const QByteArray &target)
{
    return body(soundBody(provider, target));
}

FaultAnswer redirectTo(const QByteArray &location)
{
    return status("302 Found", "Location: " + location + "\r\n");
}

} // namespace tickmark::test
