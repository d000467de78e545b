// SPDX-License-Identifier: GPL-3.0-or-later
#include "NumberWords.h"

namespace tickmark::claims {

namespace {

using Words = std::vector<std::pair<QString, double>>;

Words wordsOf(const QJsonObject &rules, const QString &key)
{
    Words words;
    const QJsonObject object = rules.value(key).toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        words.emplace_back(it.key(), it.value().toDouble());
    return words;
}

QString joined(QString pattern, const QString &unit, const QString &ten, const QString &rest)
{
    return pattern.replace(QLatin1String("%u"), unit)
        .replace(QLatin1String("%t"), ten)
        .replace(QLatin1String("%r"), rest)
        .simplified();
}

} // namespace

std::vector<std::pair<QString, double>> numberWords(const QJsonObject &rules)
{
    const Words units = wordsOf(rules, QStringLiteral("units"));
    const Words tens = wordsOf(rules, QStringLiteral("tens"));
    const QString compound = rules.value(QLatin1String("compound")).toString();
    const QString hundred = rules.value(QLatin1String("hundred")).toString();
    Words words = wordsOf(rules, QStringLiteral("words"));
    Words belowHundred = words;
    std::erase_if(belowHundred, [](const auto &word) { return word.second < 1 || word.second != int(word.second); });
    std::erase_if(belowHundred, [](const auto &word) { return word.second >= 100; });
    for (const auto &[ten, tenValue] : tens) {
        belowHundred.emplace_back(ten, tenValue);
        for (const auto &[unit, unitValue] : units)
            belowHundred.emplace_back(joined(compound, unit, ten, {}), tenValue + unitValue);
    }
    words.insert(words.end(), belowHundred.begin(), belowHundred.end());
    for (const auto &[half, halfValue] : wordsOf(rules, QStringLiteral("halves"))) {
        for (const Words *wholes : {&units, static_cast<const Words *>(&belowHundred)}) {
            for (const auto &[whole, value] : *wholes)
                words.emplace_back(whole + half, value + halfValue);
        }
    }
    for (const auto &[unit, unitValue] : units) {
        words.emplace_back(joined(hundred, unit, {}, {}), unitValue * 100);
        for (const auto &[rest, restValue] : belowHundred)
            words.emplace_back(joined(hundred, unit, {}, rest), unitValue * 100 + restValue);
    }
    return words;
}

} // namespace tickmark::claims
