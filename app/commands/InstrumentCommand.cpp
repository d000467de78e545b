// SPDX-License-Identifier: GPL-3.0-or-later
#include "../CommandContext.h"
#include "Commands.h"
#include "ListCommand.h"
#include <core/Instrument.h>
#include <pipeline/FetchSetups.h>

#include <QRegularExpression>

#include <algorithm>

namespace tickmark::app {

namespace {

const QStringList kLanguages{QStringLiteral("de"), QStringLiteral("en")};

core::InstrumentNames &namesIn(core::Instrument &instrument, const QString &language)
{
    const auto found = std::ranges::find(instrument.names, language, &core::InstrumentNames::language);
    if (found != instrument.names.end())
        return *found;
    instrument.names.push_back({language, {}, {}, {}});
    return instrument.names.back();
}

//! "de:Deutsche Bank" belongs to one language, "Nvidia" to all.
std::pair<QStringList, QString> languagesOf(const QString &text)
{
    for (const QString &language : kLanguages) {
        if (text.startsWith(language + u':'))
            return {{language}, text.mid(language.size() + 1)};
    }
    return {kLanguages, text};
}

class InstrumentCommand
{
    Q_DECLARE_TR_FUNCTIONS(InstrumentCommand)

public:
    explicit InstrumentCommand(CommandContext &context) : m_context(context) {}

    int run()
    {
        addOptions();
        if (!m_context.parse())
            return m_context.exitCode();
        const QStringList words = m_context.positional();
        const QString verb = words.value(0);
        if (verb == QLatin1String("list") && words.size() == 1)
            return list();
        const bool known = verb == QLatin1String("add") || verb == QLatin1String("edit")
                           || verb == QLatin1String("remove");
        if (!known || words.size() != 2)
            return m_context.usage(tr("Say list, or add, edit or remove with one symbol."));
        if (verb == QLatin1String("add"))
            return add(words.at(1));
        if (verb == QLatin1String("edit"))
            return edit(words.at(1));
        return remove(words.at(1));
    }

private:
    void addOptions()
    {
        CommandParser &parser = m_context.parser();
        parser.setApplicationDescription(
            tr("Instruments: names and aliases, exchange, currency.\n\n"
               "  list           all of them\n"
               "  add SYMBOL     a new one\n"
               "  edit SYMBOL    changes what the options name\n"
               "  remove SYMBOL  with its quotes, for good\n\n"
               "A name or alias counts for both languages, or for one: de:NAME, en:NAME."));
        parser.addPositionalArgument(QStringLiteral("list|add|edit|remove"), tr("What to do."));
        parser.addPositionalArgument(QStringLiteral("[SYMBOL]"), tr("The instrument."));
        m_context.addSharedOptions(CommandContext::kStoreOption | CommandContext::kJsonOption
                                   | CommandContext::kCsvOption);
        const auto option = [&parser](const char *name, const QString &what, const char *value) {
            parser.addOption({QLatin1String(name), what, QLatin1String(value)});
        };
        option("name", tr("Name; may be given once per language."), "[LANG:]NAME");
        option("short", tr("Short name, as at the end of a curve."), "[LANG:]NAME");
        option("alias", tr("Further name in news texts; may be given several times."), "[LANG:]NAME");
        option("remove-alias", tr("Alias to take away; may be given several times."), "[LANG:]NAME");
        option("kind", tr("stock (as long as nothing else is said), index, etf, fx, crypto or commodity."), "KIND");
        option(
            "exchange",
            tr("Market code of its trading calendar: %1.").arg(m_context.calendars().mics().join(QStringLiteral(", "))),
            "MIC");
        option("currency", tr("Currency of its quotes, three letters."), "ISO");
        option("symbol", tr("New symbol, for edit."), "SYMBOL");
    }

    int list()
    {
        auto reader = m_context.openReader();
        if (!reader)
            return m_context.fail(reader.error());
        return listInstruments(m_context, **reader);
    }

    int add(const QString &symbol)
    {
        if (!core::isValidSymbol(symbol))
            return m_context.usage(badSymbol(symbol));
        core::Instrument instrument;
        instrument.symbol = symbol;
        if (const auto applied = apply(instrument); !applied)
            return m_context.usage(applied.error().message);
        if (instrument.currency.isEmpty())
            return m_context.usage(tr("Say the currency of the quotes with --currency."));
        auto writer = m_context.openWriter();
        if (!writer)
            return m_context.fail(writer.error());
        const auto id = (*writer)->addInstrument(instrument).result();
        if (!id)
            return m_context.fail(id.error());
        m_context.keepClaims(**writer);
        m_context.say(tr("%1 was added.").arg(symbol));
        if (!m_context.isSet("exchange"))
            m_context.say(tr("It has no exchange, so it counts as traded round the clock (24/7)."));
        return kDone;
    }

    static QString badSymbol(const QString &symbol)
    {
        return tr("“%1” cannot be a symbol: no blanks, commas, semicolons or colons, at most 64 characters.")
            .arg(symbol);
    }

    int edit(const QString &symbol)
    {
        const QStringList given = m_context.parser().optionNames();
        if (std::ranges::all_of(given, [](const QString &option) { return option == QLatin1String("store"); }))
            return m_context.usage(tr("Say what to change."));
        auto reader = m_context.openReader();
        if (!reader)
            return m_context.fail(reader.error());
        auto instrument = (*reader)->instrument(symbol);
        if (!instrument)
            return m_context.fail(instrument.error());
        if (const auto applied = apply(*instrument); !applied)
            return m_context.usage(applied.error().message);
        if (m_context.isSet("symbol")) {
            if (!core::isValidSymbol(m_context.value("symbol")))
                return m_context.usage(badSymbol(m_context.value("symbol")));
            instrument->symbol = m_context.value("symbol");
        }
        auto writer = m_context.openWriter();
        if (!writer)
            return m_context.fail(writer.error());
        const auto saved = (*writer)->editInstrument(*instrument).result();
        if (!saved)
            return m_context.fail(saved.error());
        m_context.keepClaims(**writer);
        m_context.say(tr("%1 was changed.").arg(instrument->symbol));
        return kDone;
    }

    int remove(const QString &symbol)
    {
        auto reader = m_context.openReader();
        if (!reader)
            return m_context.fail(reader.error());
        const auto instrument = (*reader)->instrument(symbol);
        if (!instrument)
            return m_context.fail(instrument.error());
        auto writer = m_context.openWriter();
        if (!writer)
            return m_context.fail(writer.error());
        const auto removed = (*writer)->removeInstrument(instrument->id).result();
        if (!removed)
            return m_context.fail(removed.error());
        m_context.keepClaims(**writer);
        m_context.say(tr("%1 was removed, with %n bar(s).", nullptr, int(removed->dailyBars + removed->intradayBars))
                          .arg(instrument->symbol));
        if (const QString sources = pipeline::lostInstrumentText(*removed); !sources.isEmpty())
            m_context.say(sources);
        return kDone;
    }

    //! Puts what the options say into `instrument`.
    core::Result<> apply(core::Instrument &instrument)
    {
        for (const QString &text : m_context.values("name")) {
            const auto [languages, name] = languagesOf(text);
            for (const QString &language : languages)
                namesIn(instrument, language).name = name;
        }
        for (const QString &text : m_context.values("short")) {
            const auto [languages, name] = languagesOf(text);
            for (const QString &language : languages)
                namesIn(instrument, language).shortName = name;
        }
        for (const QString &text : m_context.values("alias")) {
            const auto [languages, name] = languagesOf(text);
            for (const QString &language : languages) {
                QStringList &aliases = namesIn(instrument, language).aliases;
                if (!aliases.contains(name))
                    aliases.append(name);
            }
        }
        for (const QString &text : m_context.values("remove-alias")) {
            const auto [languages, name] = languagesOf(text);
            qsizetype removed = 0;
            for (const QString &language : languages)
                removed += namesIn(instrument, language).aliases.removeAll(name);
            if (removed == 0)
                return core::failure(core::ErrorCode::NotFound, tr("There is no alias “%1”.").arg(name));
        }
        return applyMarket(instrument);
    }

    core::Result<> applyMarket(core::Instrument &instrument)
    {
        if (m_context.isSet("kind")) {
            const auto kind = core::kindFromCode(m_context.value("kind"));
            if (!kind)
                return core::failure(core::ErrorCode::InvalidInput,
                                     tr("“%1” is no kind.").arg(m_context.value("kind")));
            instrument.kind = *kind;
        }
        if (m_context.isSet("exchange")) {
            const QString mic = m_context.value("exchange").toUpper();
            if (const auto calendar = m_context.calendars().calendar(mic); !calendar)
                return tl::unexpected(calendar.error());
            instrument.mic = mic == QLatin1String("24/7") ? QString() : mic;
        }
        if (m_context.isSet("currency")) {
            static const QRegularExpression iso(QStringLiteral("^[A-Za-z]{3}$"));
            if (!iso.match(m_context.value("currency")).hasMatch())
                return core::failure(core::ErrorCode::InvalidInput, tr("A currency has three letters, such as EUR."));
            instrument.currency = m_context.value("currency").toUpper();
        }
        return {};
    }

    CommandContext &m_context;
};

} // namespace

int runInstrument(CommandContext &context)
{
    return InstrumentCommand(context).run();
}

} // namespace tickmark::app
