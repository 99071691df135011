// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/stock/stock_page.hpp"

namespace gui {

/// Writes a signed paper of the house, as it was signed, into the person's folder of documents, to be printed, and says
/// where it is.
void savePaper(const Workplace& place, StockPage& page, const std::string& number);
/// The paper of a kind ("count-act") about a thing: of a count, of a delivery.
void savePaperAbout(const Workplace& place, StockPage& page, const std::string& kind, const std::string& object);

/// The photographs that are bound to a spoiled blank, into the same folder.
void savePhotos(const Workplace& place, StockPage& page, const std::string& serial);

}  // namespace gui
