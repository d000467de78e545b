// SPDX-License-Identifier: GPL-3.0-or-later
#include "../CommandContext.h"
#include "Commands.h"
#include "SourceAccess.h"
#include "SourceOptions.h"
#include "SourceTable.h"
#include <pipeline/FetchTrial.h>
#include <sources/providers/ProviderList.h>

#include <QStringBuilder>
#include <QUuid>

#include <algorithm>

namespace tickmark::app {

namespace {

//! As a shell takes it for one word: as it is, or in straight quotes.
QString shellWord(QString word)
{
    const bool isPlain = !word.isEmpty() && std::ranges::all_of(word, [](QChar letter) {
        return letter.isLetterOrNumber() || QStringView(u"-_./:@+").contains(letter);
    });
    return isPlain ? word : u'\'' % word.replace(u'\'', QLatin1String("'\\''")) % u'\'';
}

class SourceCommand
{
    Q_DECLARE_TR_FUNCTIONS(SourceCommand)

public:
    explicit SourceCommand(CommandContext &context) : m_context(context) {}

    int run()
    {
        addOptions();
        if (!m_context.parse())
            return m_context.exitCode();
        const QStringList words = m_context.positional();
        const QString verb = words.value(0);
        if (verb == QLatin1String("providers") && words.size() == 1)
            return listProviders(m_context);
        if (verb == QLatin1String("list") && words.size() == 1)
            return list();
        const QString name = words.size() == 1 ? m_context.value("name") : words.value(1);
        if (verb == QLatin1String("add") && words.size() <= 2 && !name.trimmed().isEmpty())
            return add(name.trimmed());
        const bool known = verb == QLatin1String("edit") || verb == QLatin1String("remove")
                           || verb == QLatin1String("test");
        if (!known || words.size() != 2)
            return m_context.usage(tr("Say list or providers, or add, edit, remove or test with one name."));
        if (verb == QLatin1String("edit"))
            return edit(words.at(1));
        return verb == QLatin1String("remove") ? remove(words.at(1)) : test(words.at(1));
    }

private:
    void addOptions()
    {
        CommandParser &parser = m_context.parser();
        parser.setApplicationDescription(tr("Sources on the network: where quotes and headlines come from.\n\n"
                                            "  list         all of them, and how far they have come\n"
                                            "  providers    who can be asked\n"
                                            "  add NAME     a new one\n"
                                            "  edit NAME    changes what the options name\n"
                                            "  remove NAME  and its key; what it has brought stays\n"
                                            "  test NAME    asks once and stores nothing"));
        parser.addPositionalArgument(QStringLiteral("list|providers|add|edit|remove|test"), tr("What to do."));
        parser.addPositionalArgument(QStringLiteral("[NAME]"), tr("The source."));
        m_context.addSharedOptions(CommandContext::kStoreOption | CommandContext::kJsonOption
                                   | CommandContext::kCsvOption);
        addSourceOptions(m_context);
        parser.addOption({QStringLiteral("remove-key"), tr("Takes the key out of the keychain, for edit.")});
    }

    int list()
    {
        auto reader = m_context.openReader();
        return reader ? listSources(m_context, **reader, ListedSources::Fed) : m_context.fail(reader.error());
    }

    int add(const QString &name)
    {
        auto reader = m_context.openReader();
        if (!reader)
            return m_context.fail(reader.error());
        store::SourceSetup setup;
        setup.name = name;
        if (const auto applied = apply(**reader, setup); !applied)
            return m_context.usage(applied.error().message);
        const auto provider = sources::providerInfo(setup.provider);
        if (provider->needsKey && !m_key)
            return m_context.usage(tr("%1 needs a key: --key - reads it from standard input.").arg(provider->title));
        setup.name = name;
        setup.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
        return save(setup, tr("%1 was added.").arg(setup.name));
    }

    int edit(const QString &name)
    {
        const QStringList given = m_context.parser().optionNames();
        static const QStringList kOfNoSource{QStringLiteral("store"), QStringLiteral("json"), QStringLiteral("csv"),
                                             QStringLiteral("lang")};
        if (std::ranges::all_of(given, [](const QString &option) { return kOfNoSource.contains(option); }))
            return m_context.usage(tr("Say what to change."));
        auto reader = m_context.openReader();
        if (!reader)
            return m_context.fail(reader.error());
        auto setup = findSource(**reader, name);
        if (!setup)
            return m_context.fail(setup.error());
        if (const auto applied = apply(**reader, *setup); !applied)
            return m_context.usage(applied.error().message);
        if (m_context.isSet("remove-key"))
            m_key = QByteArray();
        return save(*setup, tr("%1 was changed.").arg(setup->name));
    }

    //! Options, their sense, and the key from standard input.
    core::Result<> apply(store::StoreReader &reader, store::SourceSetup &setup)
    {
        if (const auto applied = applySourceOptions(m_context, reader, setup); !applied)
            return applied;
        if (const auto checked = checkSource(setup); !checked)
            return checked;
        if (!m_context.isSet("key"))
            return {};
        const auto provider = sources::providerInfo(setup.provider);
        if (m_context.isSet("remove-key"))
            return core::failure(core::ErrorCode::InvalidInput, tr("--key and --remove-key exclude each other."));
        if (!provider->needsKey)
            return core::failure(core::ErrorCode::InvalidInput, tr("%1 takes no key.").arg(provider->title));
        auto key = keyFromInput(m_context);
        if (!key)
            return tl::unexpected(key.error());
        m_key = std::move(*key);
        return {};
    }

    int save(const store::SourceSetup &setup, const QString &done)
    {
        auto writer = m_context.openWriter();
        if (!writer)
            return m_context.fail(writer.error());
        const auto saved = (*writer)->saveSource(setup).result();
        if (!saved)
            return m_context.fail(saved.error());
        m_context.say(done);
        return m_key ? keepKey(setup) : kDone;
    }

    //! The set-up is in the store already: a keychain that fails leaves it done in part.
    int keepKey(const store::SourceSetup &setup)
    {
        const auto kept = SourceAccess().keepKey(setup.uuid, *m_key);
        if (!kept) {
            m_context.fail(kept.error());
            return kPartly;
        }
        if (*kept || m_key->isEmpty())
            return kDone;
        m_context.say(tr("This system has no keychain, so the key was not kept. Give it with each run: tickmark fetch "
                         "%1 --key -")
                          .arg(shellWord(setup.name)));
        return kPartly;
    }

    int remove(const QString &name)
    {
        auto reader = m_context.openReader();
        if (!reader)
            return m_context.fail(reader.error());
        const auto setup = findSource(**reader, name);
        if (!setup)
            return m_context.fail(setup.error());
        auto writer = m_context.openWriter();
        if (!writer)
            return m_context.fail(writer.error());
        const auto removed = (*writer)->removeSource(setup->sourceId).result();
        if (!removed)
            return m_context.fail(removed.error());
        m_context.say(tr("%1 was removed. What it has brought stays.").arg(setup->name));
        const auto provider = sources::providerInfo(setup->provider);
        if (!provider || !provider->needsKey)
            return kDone;
        if (const auto forgotten = SourceAccess().keepKey(setup->uuid, {}); !forgotten) {
            m_context.fail(forgotten.error());
            return kPartly;
        }
        return kDone;
    }

    int test(const QString &name)
    {
        auto reader = m_context.openReader();
        if (!reader)
            return m_context.fail(reader.error());
        const auto setup = findSource(**reader, name);
        if (!setup)
            return m_context.fail(setup.error());
        if (m_context.isSet("key")) {
            auto key = keyFromInput(m_context);
            if (!key)
                return m_context.usage(key.error().message);
            m_key = std::move(*key);
        }
        SourceAccess access;
        const auto task = access.task(*setup, m_key);
        if (!task)
            return m_context.fail(task.error());
        const auto trial = pipeline::trySource(*task, access.http(), **reader, m_context.calendars(),
                                               CommandContext::now(), m_context.interrupt().token());
        if (!trial)
            return m_context.fail(trial.error());
        return print(setup->name, *trial);
    }

    int print(const QString &name, const pipeline::SourceTrial &trial)
    {
        const bool plain = m_context.outputFormat() == OutputFormat::Plain;
        std::vector<TableColumn> columns{{QStringLiteral("source"), tr("Source")},
                                         {QStringLiteral("address"), tr("Asked")},
                                         //: column of a table: the status of an HTTP answer, such as 200
                                         {QStringLiteral("status"), tr("Status"), true},
                                         {QStringLiteral("rows"), tr("Rows"), true},
                                         {QStringLiteral("first"), tr("First")},
                                         {QStringLiteral("last"), tr("Last")}};
        if (!plain) {
            for (const char *key : {"reaches_until", "excerpt", "error_code", "error"})
                columns.push_back({QLatin1String(key), {}});
        }
        const QString reached = trial.reachesUntil ? QString::fromStdString(trial.reachesUntil->iso()) : QString();
        TableWriter table = m_context.table(QStringLiteral("trials"), std::move(columns));
        std::vector<Cell> cells{
            name,       textCell(trial.address),          trial.status == 0 ? Cell() : Cell(qint64(trial.status)),
            trial.rows, textCell(plainText(trial.first)), textCell(plainText(trial.last))};
        if (!plain)
            cells.insert(cells.end(), {textCell(reached), textCell(trial.excerpt), textCell(trial.errorCode),
                                       trial.error    ? Cell(trial.error->message)
                                       : trial.remark ? Cell(trial.remark->message)
                                                      : Cell()});
        table.row(std::move(cells));
        const int code = m_context.finish(table);
        if (!reached.isEmpty())
            m_context.say(tr("%1 answers, and has nothing of the last days: its bars end on %2.").arg(name, reached));
        if (trial.error && code == kDone)
            return m_context.fail(*trial.error);
        if (!trial.remark)
            return code;
        m_context.say(trial.remark->message);
        return code == kDone ? kPartly : code;
    }

    CommandContext &m_context;
    std::optional<QByteArray> m_key; //!< of standard input; empty: to be removed
};

} // namespace

int runSource(CommandContext &context)
{
    return SourceCommand(context).run();
}

} // namespace tickmark::app
