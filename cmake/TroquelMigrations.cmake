# SPDX-License-Identifier: GPL-3.0-or-later
# troquel_migrations(<room> [APPEND_ONLY tables…] [DERIVED tables…]): puts the files NNNN_name.sql of <room>/migrations into the room's
# library, behind `const records::MigrationSet& <room>::migrations()`, which the room declares in <room>/migrations.hpp.
# A step that differs between the engines is NNNN_name.sqlite.sql and NNNN_name.postgresql.sql; where only one of them
# exists, the other engine has nothing to do. The numbers run from 0001 without gaps.
function(troquel_migrations room)
  cmake_parse_arguments(ARG "" "" "APPEND_ONLY;DERIVED" ${ARGN})
  file(GLOB files CONFIGURE_DEPENDS RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}/migrations"
    "${CMAKE_CURRENT_SOURCE_DIR}/migrations/*.sql")
  list(SORT files)
  set(steps "")
  foreach(file IN LISTS files)
    if(NOT file MATCHES "^([0-9][0-9][0-9][0-9]_[a-z0-9_]+)(\\.sqlite|\\.postgresql)?\\.sql$")
      message(FATAL_ERROR "${room}/migrations/${file} is not named NNNN_name[.sqlite|.postgresql].sql")
    endif()
    list(APPEND steps "${CMAKE_MATCH_1}")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/migrations/${file}")
  endforeach()
  list(REMOVE_DUPLICATES steps)

  set(texts "")
  set(rows "")
  set(number 0)
  foreach(step IN LISTS steps)
    math(EXPR number "${number} + 1")
    string(SUBSTRING "${step}" 0 4 digits)
    string(SUBSTRING "${step}" 5 -1 name)
    string(REGEX REPLACE "^0+" "" plain "${digits}")
    if(NOT plain EQUAL number)
      message(FATAL_ERROR "${room}/migrations: ${step} should have number ${number}")
    endif()
    foreach(engine IN ITEMS sqlite postgresql)
      set(text "")
      foreach(candidate IN ITEMS "${step}.sql" "${step}.${engine}.sql")
        if(EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/migrations/${candidate}")
          file(READ "${CMAKE_CURRENT_SOURCE_DIR}/migrations/${candidate}" text)
        endif()
      endforeach()
      string(APPEND texts "constexpr std::string_view k_${engine}_${number} = R\"sql(${text})sql\";\n")
    endforeach()
    string(APPEND rows "    {${number}, \"${name}\", k_sqlite_${number}, k_postgresql_${number}},\n")
  endforeach()

  list(LENGTH ARG_APPEND_ONLY tables)
  set(quoted "")
  foreach(table IN LISTS ARG_APPEND_ONLY)
    string(APPEND quoted "\"${table}\", ")
  endforeach()
  list(LENGTH ARG_DERIVED derived)
  set(quoted_derived "")
  foreach(table IN LISTS ARG_DERIVED)
    string(APPEND quoted_derived "\"${table}\", ")
  endforeach()
  set(source "${CMAKE_CURRENT_BINARY_DIR}/${room}_migrations.cpp")
  file(WRITE "${source}.new" "// SPDX-License-Identifier: GPL-3.0-or-later
// Written by cmake/TroquelMigrations.cmake.
#include \"${room}/migrations.hpp\"

#include <array>

namespace ${room} {
namespace {

${texts}
constexpr std::array<records::Migration, ${number}> kMigrations{{
${rows}}};
constexpr std::array<std::string_view, ${tables}> kAppendOnly{${quoted}};
constexpr std::array<std::string_view, ${derived}> kDerived{${quoted_derived}};

}  // namespace

const records::MigrationSet& migrations() {
    static const records::MigrationSet set{\"${room}\", kMigrations, kAppendOnly, kDerived};
    return set;
}

}  // namespace ${room}
")
  file(COPY_FILE "${source}.new" "${source}" ONLY_IF_DIFFERENT)
  target_sources(troquel_${room} PRIVATE "${source}")
endfunction()
