// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LexiconData.h"

//! Sets of roles that tell what may be the subject of a clause.
namespace tickmark::claims {

inline constexpr Roles kVerbs = Role::Verb | Role::VerbBase | Role::ValueVerb | Role::LevelVerb | Role::OtherVerb;
inline constexpr Roles kNominal = Role::Share | Role::Company | Role::IndexNoun | Role::CurrencyNoun;
inline constexpr Roles kPrepositions = Role::Preposition | Role::ReasonPreposition | Role::Speaker;

} // namespace tickmark::claims
