// SPDX-License-Identifier: GPL-3.0-or-later
#include "Claim.h"

#include <array>
#include <string_view>

namespace tickmark::claims {

namespace {

// in the order of the enumerations
constexpr std::array<std::u16string_view, 4> kKinds{u"percent", u"points", u"value", u"level"};
constexpr std::array<std::u16string_view, 3> kDirections{u"none", u"up", u"down"};
constexpr std::array<std::u16string_view, 7> kHedges{u"exact",    u"almost",  u"about", u"over",
                                                     u"at_least", u"at_most", u"up_to"};

template <std::size_t Size>
QString codeAt(const std::array<std::u16string_view, Size> &codes, int index)
{
    return QStringView(codes.at(std::size_t(index))).toString();
}

template <typename Enum, std::size_t Size>
std::optional<Enum> fromCode(const std::array<std::u16string_view, Size> &codes, QStringView code)
{
    for (std::size_t i = 0; i < Size; ++i) {
        if (code == codes[i])
            return Enum(i);
    }
    return std::nullopt;
}

} // namespace

QString kindCode(ClaimKind kind)
{
    return codeAt(kKinds, int(kind));
}

QString directionCode(Direction direction)
{
    return codeAt(kDirections, int(direction));
}

QString hedgeCode(Hedge hedge)
{
    return codeAt(kHedges, int(hedge));
}

std::optional<ClaimKind> kindFromCode(QStringView code)
{
    return fromCode<ClaimKind>(kKinds, code);
}

std::optional<Direction> directionFromCode(QStringView code)
{
    return fromCode<Direction>(kDirections, code);
}

std::optional<Hedge> hedgeFromCode(QStringView code)
{
    return fromCode<Hedge>(kHedges, code);
}

} // namespace tickmark::claims
