# SPDX-License-Identifier: GPL-3.0-or-later
# How a room becomes a target, and a test a program.

find_program(TROQUEL_CCACHE ccache)
if(TROQUEL_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${TROQUEL_CCACHE}")
endif()

find_program(TROQUEL_MOLD mold)
if(TROQUEL_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

add_library(troquel_options INTERFACE)
target_include_directories(troquel_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_options(troquel_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
  -Wnon-virtual-dtor -Wold-style-cast -Wcast-align -Woverloaded-virtual)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 sees dangling and uninitialised memory in std::variant and std::vector where there is none.
  target_compile_options(troquel_options INTERFACE -Wno-maybe-uninitialized)
endif()
if(TROQUEL_WARNINGS_AS_ERRORS)
  target_compile_options(troquel_options INTERFACE -Werror)
endif()
if(TROQUEL_SANITIZE)
  target_compile_options(troquel_options INTERFACE -fsanitize=${TROQUEL_SANITIZE} -fno-omit-frame-pointer
    -fno-sanitize-recover=all)
  target_link_options(troquel_options INTERFACE -fsanitize=${TROQUEL_SANITIZE})
endif()

# Has the files of each folder compiled as one unit, which takes a quarter of the time from cold, where TROQUEL_UNITY is
# on. Files that give a name of theirs another meaning than their neighbours stand ALONE.
function(troquel_units target)
  cmake_parse_arguments(ARG "" "" "SOURCES;ALONE" ${ARGN})
  if(NOT TROQUEL_UNITY)
    return()
  endif()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  foreach(source IN LISTS ARG_SOURCES)
    if(NOT source IN_LIST ARG_ALONE)
      get_filename_component(folder "${source}" DIRECTORY)
      string(MAKE_C_IDENTIFIER "files_${folder}" group)
      if(NOT DEFINED count_${group})
        set(count_${group} 0)
      endif()
      math(EXPR part "${count_${group}} / 20")
      math(EXPR count_${group} "${count_${group}} + 1")
      set_source_files_properties("${source}" PROPERTIES UNITY_GROUP "${group}_${part}")
    endif()
  endforeach()
endfunction()

# troquel_library(<room> SOURCES … [ALONE files] [PUBLIC targets] [PRIVATE targets]): the static library of one room.
function(troquel_library room)
  cmake_parse_arguments(ARG "" "" "SOURCES;ALONE;PUBLIC;PRIVATE" ${ARGN})
  add_library(troquel_${room} STATIC ${ARG_SOURCES})
  troquel_units(troquel_${room} SOURCES ${ARG_SOURCES} ALONE ${ARG_ALONE})
  add_library(troquel::${room} ALIAS troquel_${room})
  target_link_libraries(troquel_${room} PUBLIC troquel_options ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
endfunction()

# What the sanitizers build: unit tests and the corpora of the fuzzers.
add_custom_target(unit_tests)

# troquel_test(<name> LABEL unit|integration|faults|architecture|corpus SOURCES … [ALONE files] LINKS …): one
# test program.
function(troquel_test name)
  cmake_parse_arguments(ARG "" "LABEL;TIMEOUT" "SOURCES;ALONE;LINKS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  troquel_units(${name} SOURCES ${ARG_SOURCES} ALONE ${ARG_ALONE})
  target_link_libraries(${name} PRIVATE troquel_options ${ARG_LINKS} troquel::test_support
    GTest::gmock GTest::gtest_main)
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 300)
  endif()
  gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST PROPERTIES LABELS ${ARG_LABEL} TIMEOUT ${ARG_TIMEOUT})
  if(ARG_LABEL STREQUAL "unit")
    add_dependencies(unit_tests ${name})
  endif()
endfunction()

# troquel_benchmark(<name> SOURCES … LINKS …): prints ratios; never part of a test run.
function(troquel_benchmark name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE troquel_options ${ARG_LINKS} troquel::test_support
    benchmark::benchmark)
endfunction()

# troquel_fuzzer(<name> SOURCES … LINKS …): a libFuzzer target with preset `fuzz`; elsewhere a program that replays the
# corpus files it is given, so that the corpora are part of the plain tests.
function(troquel_fuzzer name)
  cmake_parse_arguments(ARG "" "CORPUS" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE troquel_options ${ARG_LINKS})
  if(TROQUEL_FUZZ)
    target_compile_options(${name} PRIVATE -fsanitize=fuzzer)
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  else()
    target_sources(${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests/fuzz/replay_main.cpp")
    add_dependencies(unit_tests ${name})
    add_test(NAME ${name}.corpus COMMAND ${name} "${CMAKE_SOURCE_DIR}/${ARG_CORPUS}")
    set_tests_properties(${name}.corpus PROPERTIES LABELS corpus TIMEOUT 120)
  endif()
endfunction()
