// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/flow/text_setting.hpp"

namespace printing {

/// What the blocks become, in order.
using Strips = std::vector<Strip>;

void set(const Paragraph& paragraph, Composition& composition, Strips& strips);
void set(const NumberedList& list, Composition& composition, Strips& strips);
void set(const TitleBlock& title, Composition& composition, Strips& strips);
void set(const Table& table, Composition& composition, Strips& strips);
void set(const KeyValues& entries, Composition& composition, Strips& strips);
void set(const SerialColumns& serials, Composition& composition, Strips& strips);
void set(const Signatures& signatures, Composition& composition, Strips& strips);
void set(const Barcode& barcode, Composition& composition, Strips& strips);
void set(const Picture& picture, Composition& composition, Strips& strips);
void set(const RuleLine& rule, Composition& composition, Strips& strips);
void set(const Space& space, Composition& composition, Strips& strips);
void set(const PageBreak& pageBreak, Composition& composition, Strips& strips);

/// Millimetres from the lower edge of the sheet to the upper edge of the seal's room, and to its lower one.
inline constexpr double kSealRoomTop = 63;
inline constexpr double kSealRoomBottom = 26;

/// The seal at the foot of the last page, together with what stands last. `left` and `below`: what is left of the body
/// and below it.
void setSeal(const VisibleSeal& seal, double left, double below, Composition& composition, Strips& strips);

}  // namespace printing
