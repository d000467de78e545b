// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/NewsItem.h>
#include <core/Result.h>
#include <store/StoreReader.h>
#include <store/StoreWriter.h>

#include <stop_token>

namespace tickmark::pipeline {

//! A checked text that the user keeps as news.
struct TextToSave
{
    QString title;
    QString publisher;
    QString language; //!< "de", "en"; empty when unknown
    QString text;     //!< a first line or sentence that is the title is not kept twice
    core::Time published;
    core::Time now;
};

//! What a text is called before the user says so: its first line, or its first sentence where that goes on; safe to paint,
//! of bounded length.
[[nodiscard]] QString proposedTitle(QStringView text, const QString &language);

//! Stores the text as one news item with its claims: an import of its own, which can be undone like any other. The same
//! text of the same publisher again changes nothing, or only what is said of it. Verdicts come with the next keepClaims().
//! Waits for the writer: never call it on the GUI thread. InvalidInput without a title or text, where the text is too long
//! for news, and for a publication that lies ahead; else the errors of the store.
[[nodiscard]] core::Result<store::ImportResult> saveCheckedText(const TextToSave &text, store::StoreReader &reader,
                                                                store::StoreWriter &writer, std::stop_token stop = {});

} // namespace tickmark::pipeline
