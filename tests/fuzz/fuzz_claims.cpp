// SPDX-License-Identifier: GPL-3.0-or-later
#include <claims/ClaimExtractor.h>
#include <news/MentionFinder.h>
#include <news/NameList.h>

#include <cmath>
#include <cstdlib>

using namespace tickmark;

namespace {

const news::MentionFinder &finder()
{
    static const news::MentionFinder built = [] {
        const auto names = news::NameList::loadBuiltIn();
        if (!names)
            std::abort();
        return news::MentionFinder({}, &*names);
    }();
    return built;
}

bool isInside(claims::TextSpan span, qsizetype size)
{
    return span.start >= 0 && span.start < span.end && span.end <= size;
}

void check(const QString &text, const claims::Lexicon &lexicon, core::Time published)
{
    for (const claims::Claim &claim :
         claims::extractClaims(text, lexicon, finder().find(text, lexicon.language()), published)) {
        const bool isWhole = isInside(claim.span, text.size()) && isInside(claim.sentence, text.size())
                             && claim.sentence.contains(claim.span) && claim.time.sessions >= 1;
        if (!isWhole || !std::isfinite(claim.low) || !std::isfinite(claim.high) || claim.low > claim.high
            || claim.low < 0 || claim.unit.isEmpty())
            std::abort();
        for (const claims::TextSpan &sentence : claim.context) {
            if (!isInside(sentence, text.size()))
                std::abort();
        }
    }
}

} // namespace

//! Any bytes as UTF-8 and as UTF-16, in every language, published at any time: what is found lies inside the text and is a
//! number.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString units(reinterpret_cast<const QChar *>(bytes.constData()), bytes.size() / 2);
    const qint64 days = size > 0 ? qint64(data[size - 1]) * 400 : 0;
    for (const claims::Lexicon &lexicon : claims::builtInLexicons()) {
        check(QString::fromUtf8(bytes), lexicon, core::Time{days * core::kNsPerDay});
        check(units, lexicon, core::Time{days * core::kNsPerDay});
    }
    return 0;
}
