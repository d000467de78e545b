// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Instrument.h>
#include <core/NewsItem.h>
#include <core/Result.h>

#include <QByteArray>

#include <vector>

namespace tickmark::pipeline {

//! Reads resources/sample/instruments.json. InvalidInput for anything malformed.
[[nodiscard]] core::Result<std::vector<core::Instrument>> parseSampleInstruments(const QByteArray &json);

//! What resources/sample/news.json holds.
struct SampleNews
{
    std::vector<core::NewsItem> items;
    QString noteDe; //!< that texts and publishers were written for the sample
    QString noteEn;
};

[[nodiscard]] core::Result<SampleNews> parseSampleNews(const QByteArray &json);

} // namespace tickmark::pipeline
