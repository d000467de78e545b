// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceOptions.h"

#include "../IntervalText.h"
#include <pipeline/FetchSetups.h>
#include <sources/CsvProfile.h>
#include <sources/http/HttpRules.h>
#include <sources/providers/ProviderList.h>
#include <sources/providers/QuoteProvider.h>

#include <QFile>

#include <algorithm>

namespace tickmark::app {

namespace {

using core::ErrorCode;

struct SourceTexts
{
    Q_DECLARE_TR_FUNCTIONS(SourceTexts)
};

//! The options of one call on their way into a set-up; each apply...() reads those that belong together.
class SourceOptions
{
    Q_DECLARE_TR_FUNCTIONS(SourceOptions)

public:
    SourceOptions(CommandContext &context, store::StoreReader &reader, store::SourceSetup &setup)
        : m_context(context), m_reader(reader), m_setup(setup)
    {}

    static void add(CommandContext &context)
    {
        CommandParser &parser = context.parser();
        const auto option = [&parser](const char *name, const QString &what, const char *value) {
            parser.addOption({QLatin1String(name), what, QLatin1String(value)});
        };
        option("name", tr("Its name; for edit, the new one."), "NAME");
        option("provider", tr("Who gives the data: %1.").arg(providerCodes()), "CODE");
        option("address", tr("Of the feed or file; of other providers, in place of their own."), "URL");
        option("symbols", tr("Its instruments, parted by commas; without it, all that the provider can have."), "A,B");
        option("spelling", tr("How the provider spells a symbol; may be given several times, empty takes it back."),
               "SYMBOL=TEXT");
        option("interval", tr("Lengths of the bars, parted by commas: 1d, 1h, 5m."), "1d,5m");
        option("since", tr("How far back to go; without it, a year."), "DATE");
        option("when", tr("manually, always, session_hours (while an exchange is open) or after_close."), "WHEN");
        option("every", tr("Minutes from one run to the next, for always and session_hours."), "MINUTES");
        option("priority", tr("Where two sources have a quote for one session, the higher one is shown."), "N");
        option("profile", tr("How a CSV is written: the JSON that import --dry-run --json prints."), "FILE");
        option("splits", tr("Whether past splits are in the prices of a CSV: adjusted, or raw (as traded)."), "HOW");
        option("language", tr("Language of its news: de or en; without it, what the feed says."), "de|en");
        option("plain-http", tr("Whether http without encryption is allowed."), "on|off");
        option("enabled", tr("Whether it runs by itself."), "on|off");
        option("key", tr("“-” reads the key from standard input; it is kept in the keychain of the system."), "-");
    }

    core::Result<> apply()
    {
        for (const auto &part :
             {&SourceOptions::applyPlace, &SourceOptions::applySymbols, &SourceOptions::applyBars,
              &SourceOptions::applySchedule, &SourceOptions::applySwitches, &SourceOptions::applyProfile}) {
            if (const auto applied = (this->*part)(); !applied)
                return applied;
        }
        return {};
    }

private:
    static core::Result<> wrong(const QString &text) { return core::failure(ErrorCode::InvalidInput, text); }

    core::Result<> applyPlace()
    {
        if (m_context.isSet("name"))
            m_setup.name = m_context.value("name").trimmed();
        if (m_context.isSet("provider"))
            m_setup.provider = m_context.value("provider").toLower();
        if (m_context.isSet("address"))
            m_setup.address = m_context.value("address").trimmed();
        if (!m_context.isSet("language"))
            return {};
        m_setup.language = m_context.value("language");
        const bool isKnown = m_setup.language.isEmpty() || m_setup.language == QLatin1String("de")
                             || m_setup.language == QLatin1String("en");
        return isKnown ? core::Result<>() : wrong(tr("--language is de or en."));
    }

    core::Result<> applySymbols()
    {
        if (m_context.isSet("symbols")) {
            m_setup.symbols.clear();
            for (const QString &symbol : m_context.value("symbols").split(u',', Qt::SkipEmptyParts)) {
                const auto instrument = m_reader.instrument(symbol.trimmed());
                if (!instrument)
                    return tl::unexpected(instrument.error());
                if (!m_setup.symbols.contains(instrument->symbol))
                    m_setup.symbols.append(instrument->symbol);
            }
        }
        for (const QString &text : m_context.values("spelling")) {
            const qsizetype equals = text.indexOf(u'=');
            if (equals < 1)
                return wrong(tr("“%1” is no spelling; write it like NVDA=NVDA.US.").arg(text));
            const auto instrument = m_reader.instrument(text.left(equals).trimmed());
            if (!instrument)
                return tl::unexpected(instrument.error());
            const QString spelling = text.mid(equals + 1).trimmed();
            if (spelling.isEmpty())
                m_setup.spellings.remove(instrument->symbol);
            else
                m_setup.spellings.insert(instrument->symbol, spelling);
        }
        return {};
    }

    core::Result<> applyBars()
    {
        if (m_context.isSet("interval")) {
            m_setup.intervals.clear();
            for (const QString &text : m_context.value("interval").split(u',', Qt::SkipEmptyParts)) {
                const auto interval = parseInterval(text.trimmed());
                if (!interval)
                    return wrong(tr("“%1” is no length of a bar; write 1d, 1h or 5m.").arg(text));
                m_setup.intervals.push_back(*interval);
            }
            if (m_setup.intervals.empty())
                return wrong(tr("--interval needs a length of bars, such as 1d."));
        }
        if (!m_context.isSet("since"))
            return {};
        m_setup.since = core::SessionDate::fromIso(m_context.value("since").toStdString());
        if (!m_setup.since && !m_context.value("since").isEmpty())
            return wrong(tr("“%1” is no date; a date is written 2025-01-27.").arg(m_context.value("since")));
        if (m_setup.since && m_setup.since->utcMidnight() > CommandContext::now())
            return wrong(tr("--since lies ahead: there is nothing to fetch yet."));
        return {};
    }

    core::Result<> applySchedule()
    {
        const auto provider = sources::providerInfo(m_setup.provider);
        if (m_setup.sourceId == 0 && provider)
            m_setup.schedule = pipeline::usualSchedule(*provider);
        if (m_context.isSet("when")) {
            const auto when = store::scheduleFromCode(m_context.value("when"));
            if (!when)
                return wrong(tr("--when is manually, always, session_hours or after_close."));
            m_setup.schedule.when = *when;
        }
        bool isNumber = true;
        if (m_context.isSet("every"))
            m_setup.schedule.everyMinutes = m_context.value("every").toInt(&isNumber);
        if (!isNumber)
            return wrong(tr("--every is a number of minutes."));
        if (m_context.isSet("priority"))
            m_setup.priority = m_context.value("priority").toInt(&isNumber);
        return isNumber ? core::Result<>() : wrong(tr("--priority is a whole number."));
    }

    core::Result<> applySwitches()
    {
        const auto read = [this](const char *option, bool &value) -> core::Result<> {
            if (!m_context.isSet(option))
                return {};
            const QString word = m_context.value(option);
            if (word != QLatin1String("on") && word != QLatin1String("off"))
                return wrong(tr("--%1 is on or off.").arg(QLatin1String(option)));
            value = word == QLatin1String("on");
            return {};
        };
        return read("plain-http", m_setup.plainHttpAllowed)
            .and_then([&] { return read("enabled", m_setup.isEnabled); })
            .and_then([&] { return applySplits(); });
    }

    core::Result<> applySplits()
    {
        if (!m_context.isSet("splits"))
            return {};
        const QString word = m_context.value("splits");
        if (word != QLatin1String("adjusted") && word != QLatin1String("raw"))
            return wrong(tr("--splits is adjusted or raw."));
        // what a source of files had said before it became another may be taken back
        const bool isTakenBack = m_setup.splitsAdjusted && word == QLatin1String("raw");
        if (m_setup.provider != sources::csvProviderCode() && sources::providerInfo(m_setup.provider) && !isTakenBack)
            return wrong(SourceTexts::tr("--splits belongs to the provider %1.").arg(sources::csvProviderCode()));
        m_setup.splitsAdjusted = word == QLatin1String("adjusted");
        return {};
    }

    core::Result<> applyProfile()
    {
        if (!m_context.isSet("profile"))
            return {};
        m_setup.profile.clear();
        const QString name = m_context.value("profile");
        if (name.isEmpty())
            return {};
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            return core::failure(ErrorCode::NotFound, tr("The profile %1 cannot be read.").arg(name),
                                 file.errorString());
        const QByteArray json = file.readAll();
        if (const auto profile = sources::parseProfile(json, name); !profile)
            return tl::unexpected(profile.error());
        m_setup.profile = QString::fromUtf8(json);
        return {};
    }

    CommandContext &m_context;
    store::StoreReader &m_reader;
    store::SourceSetup &m_setup;
};

core::Result<> wrong(const QString &text)
{
    return core::failure(ErrorCode::InvalidInput, text);
}

core::Result<> checkAddress(const store::SourceSetup &setup, const sources::ProviderInfo &provider)
{
    if (setup.address.isEmpty())
        return provider.needsAddress ? wrong(SourceTexts::tr("%1 needs an address: --address.").arg(provider.title))
                                     : core::Result<>();
    const QUrl url(setup.address, QUrl::StrictMode);
    if (const auto fault = sources::refusal(url, setup.plainHttpAllowed)) {
        sources::HttpError error;
        error.fault = *fault;
        error.address = url.isValid() ? sources::shownAddress(url) : setup.address;
        return tl::unexpected(sources::toError(error));
    }
    if (!url.userInfo().isEmpty())
        return wrong(SourceTexts::tr("A name and a password do not belong in an address: it is not kept in secret."));
    return {};
}

core::Result<> checkIntervals(const store::SourceSetup &setup, const sources::ProviderInfo &provider)
{
    const sources::QuoteProvider *bars = sources::quoteProvider(setup.provider);
    if (!bars)
        return {};
    for (const qint64 interval : setup.intervals) {
        if (!bars->gives(interval))
            return wrong(SourceTexts::tr("%1 has no bars of %2.").arg(provider.title, intervalText(interval)));
    }
    return {};
}

} // namespace

void addSourceOptions(CommandContext &context)
{
    SourceOptions::add(context);
}

core::Result<> applySourceOptions(CommandContext &context, store::StoreReader &reader, store::SourceSetup &setup)
{
    return SourceOptions(context, reader, setup).apply();
}

core::Result<> checkSource(const store::SourceSetup &setup)
{
    if (setup.provider.isEmpty())
        return wrong(SourceTexts::tr("Say who gives the data: --provider with one of %1.").arg(providerCodes()));
    const auto provider = sources::providerInfo(setup.provider);
    if (!provider)
        return wrong(SourceTexts::tr("“%1” is no provider. There are: %2.").arg(setup.provider, providerCodes()));
    if (!setup.symbols.isEmpty() && !provider->perInstrument && provider->kind == sources::ProviderKind::News)
        return wrong(SourceTexts::tr("%1 is not asked for instruments: leave --symbols out.").arg(provider->title));
    if (!setup.profile.isEmpty() && setup.provider != sources::csvProviderCode())
        return wrong(SourceTexts::tr("--profile belongs to the provider %1.").arg(sources::csvProviderCode()));
    if (setup.splitsAdjusted && setup.provider != sources::csvProviderCode())
        return wrong(SourceTexts::tr("--splits belongs to the provider %1.").arg(sources::csvProviderCode()));
    return checkAddress(setup, *provider).and_then([&] { return checkIntervals(setup, *provider); });
}

QString providerCodes()
{
    QStringList codes;
    for (const sources::ProviderInfo &provider : sources::providerList())
        codes.append(provider.code);
    return codes.join(QStringLiteral(", "));
}

} // namespace tickmark::app
