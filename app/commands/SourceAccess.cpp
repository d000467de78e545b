// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceAccess.h"

#include <sources/providers/ProviderList.h>

#include <QEventLoop>
#include <QFile>
#include <QFutureWatcher>

#include <termios.h>
#include <unistd.h>

#include <algorithm>

namespace tickmark::app {

namespace {

struct SourceTexts
{
    Q_DECLARE_TR_FUNCTIONS(SourceTexts)
};

//! Keeps what is typed off the screen, as long as it lives.
class HiddenInput
{
public:
    HiddenInput() : m_isTyped(isatty(STDIN_FILENO) != 0 && tcgetattr(STDIN_FILENO, &m_former) == 0)
    {
        if (!m_isTyped)
            return;
        termios hidden = m_former;
        hidden.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
        std::fputs(qPrintable(SourceTexts::tr("Key: ")), stderr);
    }
    ~HiddenInput()
    {
        if (!m_isTyped)
            return;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_former);
        std::fputc('\n', stderr);
    }
    HiddenInput(const HiddenInput &) = delete;
    HiddenInput &operator=(const HiddenInput &) = delete;

private:
    termios m_former{};
    bool m_isTyped;
};

//! The answer of a future that needs this thread's event loop.
template <typename T>
T waitFor(const QFuture<T> &future)
{
    QEventLoop loop;
    QFutureWatcher<T> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    return future.result();
}

sources::HttpClientOptions clientOptions()
{
    sources::HttpClientOptions options;
    options.userAgent = "Tickmark/" TICKMARK_VERSION;
    return options;
}

} // namespace

core::Result<QByteArray> keyFromInput(CommandContext &context)
{
    if (context.value("key") != QLatin1String("-"))
        return core::failure(core::ErrorCode::InvalidInput,
                             SourceTexts::tr("A key does not belong among the arguments, where everybody on this "
                                             "computer can read it: --key - reads it from standard input."));
    constexpr qint64 kLongestKey = 4096;
    constexpr qint64 kLongestLine = 64 * 1024; // with blanks around it
    QFile input;
    QByteArray key;
    {
        const HiddenInput hidden;
        if (input.open(STDIN_FILENO, QIODevice::ReadOnly))
            key = input.readLine(kLongestLine).trimmed();
    }
    if (std::ranges::any_of(key, [](char letter) { return uchar(letter) < 0x20 || letter == 0x7f; }))
        return core::failure(core::ErrorCode::InvalidInput,
                             SourceTexts::tr("This is no key: it has control characters in it."));
    if (key.size() > kLongestKey)
        return core::failure(core::ErrorCode::InvalidInput,
                             SourceTexts::tr("This is no key: it has more than %L1 letters.").arg(kLongestKey));
    if (key.isEmpty())
        return core::failure(core::ErrorCode::InvalidInput, SourceTexts::tr("No key came on standard input."));
    return key;
}

SourceAccess::SourceAccess() : m_http(clientOptions()), m_keys(QStringLiteral("Tickmark")) {}

core::Result<pipeline::FetchTask> SourceAccess::task(const store::SourceSetup &setup,
                                                     const std::optional<QByteArray> &given)
{
    if (given)
        return pipeline::FetchTask{setup, *given};
    const auto provider = sources::providerInfo(setup.provider);
    if (!provider || !provider->needsKey)
        return pipeline::FetchTask{setup, {}};
    auto key = waitFor(m_keys.read(setup.uuid));
    if (!key)
        return tl::unexpected(key.error());
    return pipeline::FetchTask{setup, std::move(*key)};
}

core::Result<bool> SourceAccess::keepKey(const QString &uuid, const QByteArray &key)
{
    const auto kept = waitFor(m_keys.write(uuid, key));
    if (!kept)
        return tl::unexpected(kept.error());
    return m_keys.isLasting();
}

core::Result<store::SourceSetup> findSource(store::StoreReader &reader, const QString &name)
{
    const auto setups = reader.sourceSetups();
    if (!setups)
        return tl::unexpected(setups.error());
    QStringList names;
    for (const store::SourceSetup &setup : *setups) {
        if (setup.name.compare(name, Qt::CaseInsensitive) == 0)
            return setup;
        names.append(setup.name);
    }
    if (names.isEmpty())
        return core::failure(core::ErrorCode::NotFound,
                             SourceTexts::tr("There is no source “%1”: none has been added yet. Add one with: tickmark "
                                             "source add.")
                                 .arg(name));
    return core::failure(
        core::ErrorCode::NotFound,
        SourceTexts::tr("There is no source “%1”. There are: %2.").arg(name, names.join(QStringLiteral(", "))));
}

} // namespace tickmark::app
