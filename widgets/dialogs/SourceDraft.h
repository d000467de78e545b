// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Instrument.h>
#include <sources/providers/ProviderList.h>
#include <store/SourceTypes.h>

#include <QStringList>

#include <span>
#include <vector>

// What the form of a source says, on its way from and to the set-up in the store. Pure functions; sentences are of the
// language of the moment.
namespace tickmark::dialogs {

//! A form between its set-up and what it would save. `setup` holds what was typed, also what the chosen provider has no use
//! for: going back to another provider brings it back.
struct SourceDraft
{
    store::SourceSetup setup;
    bool onlyChosen = false;    //!< setup.symbols says which; else all that the provider can have
    bool nameIsTyped = false;   //!< by the user: no other is proposed any more
    bool keyIsStored = false;   //!< the keychain has one
    bool keyIsTyped = false;    //!< a new one
    bool scheduleIsOwn = false; //!< chosen by the user: another provider leaves it

    friend bool operator==(const SourceDraft &, const SourceDraft &) = default;
};

[[nodiscard]] SourceDraft draftOf(const store::SourceSetup &setup);
//! A new source of that provider, set up as most will want it; `taken` are names that others have.
[[nodiscard]] SourceDraft draftFor(const sources::ProviderInfo &provider, const QStringList &taken);
//! Another provider for a draft: name and schedule follow where the user has not said otherwise.
void changeProvider(SourceDraft &draft, const sources::ProviderInfo &provider, const QStringList &taken);
//! What is to be saved: without what the provider has no use for.
[[nodiscard]] store::SourceSetup setupOf(const SourceDraft &draft, const sources::ProviderInfo &provider);

//! The provider's title, or of a feed its host; with a number when that is taken (without regard to case).
[[nodiscard]] QString proposedName(const sources::ProviderInfo &provider, const QString &address,
                                   const QStringList &taken);

//! The instruments are shown and chosen: the provider is asked for each, or a table may be of one.
[[nodiscard]] bool asksForInstruments(const sources::ProviderInfo &provider);
//! How the source spells the instrument: as the user says, else by the provider's rule; empty: it cannot have it.
[[nodiscard]] QString spellingIn(const store::SourceSetup &setup, const core::Instrument &instrument);
//! Lengths of bars to choose from: those that the provider has of the usual ones, and those of the set-up.
[[nodiscard]] std::vector<qint64> barChoices(const store::SourceSetup &setup);
//! Whether the address is http to another machine: only where the user allows it.
[[nodiscard]] bool isPlainAddress(const QString &address);

//! Where something is missing or wrong.
enum class SourceField { Name, Address, Instruments, Bars, Key };

struct SourceProblem
{
    SourceField field = SourceField::Name;
    QString sentence;
};

//! Why the draft cannot be saved, in the order of the form; empty: it can. `taken` without its own name.
[[nodiscard]] std::vector<SourceProblem> problemsOf(const SourceDraft &draft, const sources::ProviderInfo &provider,
                                                    std::span<const core::Instrument> instruments,
                                                    const QStringList &taken);

} // namespace tickmark::dialogs
