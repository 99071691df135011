// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libxml/tree.h>

#include "base/xml.hpp"

/// What the sources around libxml2 share among themselves.
namespace base::xml {

/// Initialises libxml2 once, without a way to the network.
void prepareLibrary();

struct Document::Tree {
    explicit Tree(xmlDocPtr document) : m_document(document) {}
    ~Tree() { xmlFreeDoc(m_document); }
    Tree(const Tree&) = delete;
    Tree& operator=(const Tree&) = delete;
    [[nodiscard]] xmlDocPtr get() const { return m_document; }

   private:
    xmlDocPtr m_document;
};

}  // namespace base::xml
