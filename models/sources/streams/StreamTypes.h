// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>
#include <core/Time.h>
#include <sources/providers/ProviderSettings.h>
#include <sources/providers/TradeProvider.h>

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace tickmark::sources {

//! One instrument that a stream is to bring.
struct StreamSymbol
{
    qint64 instrumentId = 0;
    QString
        symbol; //!< as the exchange's stream spells it: "BTC/USD" at Kraken, "BTC-USD" at Coinbase, "BTCUSDT" at Binance

    friend bool operator==(const StreamSymbol &, const StreamSymbol &) = default;
};

//! What one connection is to bring. A value.
struct StreamRequest
{
    qint64 sourceId = 0;
    QString source;   //!< its name, for sentences
    QString provider; //!< code: "kraken"
    ProviderSettings settings;
    std::vector<StreamSymbol> symbols; //!< each once
};

//! Why a stream is not live. Each is tried again after a pause but the last four, which the user has to mend.
enum class StreamFault {
    HostNotFound,
    Unreachable, //!< refused, or no answer in time
    ProxyFailed,
    UpgradeRefused,  //!< an HTTP answer in place of a stream; `code` is its status
    LogInWanted,     //!< likewise, one that lets nobody pass who is not known: 401, 403, 511
    Closed,          //!< by the exchange; `code` is the WebSocket's close code
    Broken,          //!< cut without a word
    Silent,          //!< no sign of life for too long, also after the machine has slept
    NotWhatWasAsked, //!< frames that are no messages of this exchange
    WebPage,         //!< HTML in place of messages
    FrameTooLarge,
    RateLimited,
    Unavailable, //!< the exchange says that it is down
    CertificateWrong,
    PlainRefused,  //!< ws to another machine, which nobody allowed
    BadKey,        //!< wrong, or missing where one is needed
    UnknownSymbol, //!< of one instrument: the others of the connection go on
};

//! A fault as a value.
struct StreamError
{
    StreamFault fault = StreamFault::Broken;
    int code = 0;    //!< HTTP status or close code; 0: none
    QString address; //!< scheme, host and path: no query, no key
    QString detail;  //!< what the exchange said: foreign text made fit to be shown, at most 200 characters
};

//! Goes on by itself.
[[nodiscard]] bool isPassing(StreamFault fault);
//! The word in JSON: "upgrade_refused".
[[nodiscard]] QString codeOf(StreamFault fault);
//! One translated sentence that names the source.
[[nodiscard]] core::Error toError(const StreamError &error, const QString &source);
//! That sentence by the fault's word and what it names (FetchState::errorNames); empty: no fault is called so.
[[nodiscard]] QString streamSentence(const QString &code, const QStringList &names);
//! What streamSentence() needs of this one.
[[nodiscard]] QStringList namesOf(const StreamError &error, const QString &source);

//! Trades of one instrument, in the order in which they came; those of one message ascend by id and stay together.
struct StreamBatch
{
    qint64 sourceId = 0;
    qint64 instrumentId = 0;
    int priceDecimals = 0;
    int sizeDecimals = 0;
    //! As the exchange sent them: what came twice is here twice, and ids may leave some out. Ids are 0 where the exchange
    //! has none (Finnhub).
    std::vector<FetchedTrade> trades;
    bool isSnapshot = false;                        //!< what the exchange sends of before, right after a connection
    std::chrono::steady_clock::time_point received; //!< when the first of them came out of the socket
};

//! Where a connection stands.
enum class StreamPhase {
    Connecting,
    Live,    //!< subscribed
    Waiting, //!< until the next attempt
    Ended,   //!< not again before the user has changed something
};

struct StreamStatus
{
    qint64 sourceId = 0;
    StreamPhase phase = StreamPhase::Connecting;
    std::optional<StreamError> error;                          //!< why it is not live; of the last attempt
    std::optional<std::chrono::steady_clock::time_point> next; //!< Waiting: when it is tried again
    //! The exchange's clock less ours, as far as the quickest messages of the last minute tell. Nothing: too few came.
    std::optional<std::chrono::nanoseconds> skew;
};

//! Hears what the streams bring, on the stream thread: take it and return at once.
class StreamSink
{
public:
    virtual ~StreamSink() = default;

    virtual void take(StreamBatch batch) = 0;
    //! Of one connection; also when only the skew has changed, once a second at most.
    virtual void status(const StreamStatus &status) = 0;
    //! The exchange does not know the instrument, or does not let this key have it; the others go on.
    virtual void refused(qint64 sourceId, qint64 instrumentId, const StreamError &error) = 0;
    //! Live again, for the first time or after a break; comes before the first batch of the new connection. Nothing was
    //! heard since `lastHeard` (of the wall clock; nothing: never before).
    virtual void resumed(qint64 sourceId, std::optional<core::Time> lastHeard) = 0;
    //! Messages of this connection are missing by its own count (Coinbase's sequence numbers), or a trade in one of them
    //! could not be read, about now. May come before the batch with the trades that came before and after it.
    virtual void missed(qint64 sourceId) = 0;
};

} // namespace tickmark::sources
