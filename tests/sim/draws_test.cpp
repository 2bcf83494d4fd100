#include "sim/draws.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <bit>
#include <boost/math/distributions/gamma.hpp>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/sim/goodness_of_fit.hpp"

using sim::Draws;
using sim::Stream;
using sim::word;

static_assert(std::uniform_random_bit_generator<Stream>);
static_assert(word("work/retail/web/meet") != word("work/retail/web/quote"));

namespace {

constexpr std::uint64_t seed = 0x0123456789ABCDEF;
constexpr sim::Word purpose = word("test/draws");

double exponential_cdf(double x) { return -std::expm1(-x); }
double normal_cdf(double x) { return std::erfc(-x / std::sqrt(2.0)) / 2; }

/// The first draw of each of `count` entities.
template <class Draw>
std::vector<double> first_draws(std::uint32_t count, Draw draw) {
  const Draws draws(seed, 7);
  std::vector<double> result(count);
  for (std::uint32_t entity = 0; entity < count; ++entity) {
    Stream stream = draws.at(purpose, entity);
    result[entity] = draw(stream);
  }
  return result;
}

const std::vector<double>& million_exponentials() {
  static const std::vector<double> sample = first_draws(1'000'000, [](Stream& stream) { return stream.exponential(); });
  return sample;
}

const std::vector<double>& million_normals() {
  static const std::vector<double> sample = first_draws(1'000'000, [](Stream& stream) { return stream.normal(); });
  return sample;
}

template <class Cdf>
void check_cells(const std::string& what, const std::vector<double>& sample, std::size_t cells, Cdf cdf) {
  std::vector<std::int64_t> counts(cells);
  for (const double x : sample) ++counts[fit::cell(cdf(x), cells)];
  fit::check_equal_cells(what, counts);
}

}  // namespace

// ---- addresses ----

TEST_CASE("an address gives the words of its Philox blocks in order") {
  const std::uint32_t attempt = 5;
  Stream stream(seed, 3, purpose, 4711, attempt);
  for (std::uint32_t block = 0; block < 256; ++block) {
    const auto words = sim::philox({attempt << 8 | block, 4711, purpose, 3}, {0x89ABCDEF, 0x01234567});
    for (const std::uint32_t expected : words) CHECK(stream() == expected);
  }
}

TEST_CASE("an address that has given 1,024 words gives no more, rather than those of the next attempt") {
  Stream stream(seed, 3, purpose, 4711, 5);
  for (int i = 0; i < 1024; ++i) stream();
  CHECK_THROWS_WITH_AS(stream(), "draws: more than 1024 words at one address, entity 4711, attempt 5",
                       std::out_of_range);
  CHECK_THROWS_AS(stream.uniform(), std::out_of_range);
}

TEST_CASE("the last attempt has an address and the one after it none") {
  const Draws draws(seed, 3);
  CHECK(draws.at(purpose, 1, Stream::attempts - 1)() != draws.at(purpose, 1, 0)());
  CHECK_THROWS_WITH_AS(draws.at(purpose, 1, Stream::attempts),
                       "draws: attempt 16777216 is beyond the last address, 16777215", std::out_of_range);
}

TEST_CASE("a double asked for when one word of the block is left takes it and the first of the next block") {
  Stream words(seed, 0, purpose, 1, 0);
  std::array<std::uint32_t, 8> expected{};
  for (std::uint32_t& value : expected) value = words();
  Stream stream(seed, 0, purpose, 1, 0);
  for (int i = 0; i < 3; ++i) stream();
  const std::uint64_t both = std::uint64_t{expected[3]} << 32 | expected[4];
  CHECK(stream.uniform() == (static_cast<double>(both >> 11) + 0.5) * 0x1p-53);
  CHECK(stream() == expected[5]);
}

TEST_CASE("the same address gives the same numbers, whatever was drawn before") {
  const Draws draws(seed, 11);
  std::vector<double> forward;
  for (std::uint32_t entity = 0; entity < 1'000; ++entity) {
    forward.push_back(draws.exponential(purpose, entity));
    forward.push_back(draws.normal(purpose, entity, 2));
    forward.push_back(draws.uniform(purpose, entity, 3));
  }
  const Draws again(seed, 11);
  for (std::uint32_t entity = 1'000; entity-- > 0;) {
    CHECK(again.uniform(purpose, entity, 3) == forward[3 * entity + 2]);
    CHECK(again.normal(purpose, entity, 2) == forward[3 * entity + 1]);
    CHECK(again.at(purpose, entity).exponential() == forward[3 * entity]);
  }
}

TEST_CASE("a row of streams gives what its addresses give, beyond the first block too") {
  const Draws draws(seed, 7);
  std::uint32_t seen = 0;
  draws.for_row(purpose, 4000, [&](std::uint32_t i, Stream& stream) {
    CHECK(i == seen++);
    Stream alone = draws.at(purpose, 4000 + i);
    for (int word = 0; word < 9; ++word) CHECK(stream() == alone());
  });
  CHECK(seen == Draws::row);
}

TEST_CASE("each part of the address matters") {
  const double here = Draws(seed, 1).uniform(purpose, 2, 3);
  CHECK(Draws(seed + 1, 1).uniform(purpose, 2, 3) != here);
  CHECK(Draws(seed + (std::uint64_t{1} << 32), 1).uniform(purpose, 2, 3) != here);
  CHECK(Draws(seed, 2).uniform(purpose, 2, 3) != here);
  CHECK(Draws(seed, 1).uniform(purpose + 1, 2, 3) != here);
  CHECK(Draws(seed, 1).uniform(purpose, 3, 3) != here);
  CHECK(Draws(seed, 1).uniform(purpose, 2, 4) != here);
  CHECK(Draws(seed, 1).seed() == seed);
  CHECK(Draws(seed, 1).replication() == 1);
}

TEST_CASE("draws have the same bits with every compiler and on every machine") {
  std::uint64_t fingerprint = 0;
  const Draws draws(seed, 5);
  for (std::uint32_t entity = 0; entity < 20'000; ++entity) {
    Stream stream = draws.at(purpose, entity);
    for (int kind = 0; kind < 5; ++kind) {
      const double x = kind == 0   ? stream.uniform()
                       : kind == 1 ? stream.exponential()
                       : kind == 2 ? stream.normal()
                       : kind == 3 ? stream.gamma(2.5)
                                   : stream.gamma(0.3);
      fingerprint = (fingerprint ^ std::bit_cast<std::uint64_t>(x)) * 0x9E3779B97F4A7C15;
      fingerprint ^= fingerprint >> 32;
    }
  }
  CHECK(fingerprint == 15652928749896953051U);
}

TEST_CASE("words of ten thousand names differ and fill the range evenly") {
  // Ten thousand random words of 32 bits hold an equal pair with probability 1.2 %; these names are fixed.
  const std::vector<std::string> activities = {"work", "patience", "pass", "delay", "retry"};
  std::vector<sim::Word> words;
  for (const std::string& activity : activities)
    for (int segment = 0; segment < 20; ++segment)
      for (int channel = 0; channel < 10; ++channel)
        for (int stage = 0; stage < 10; ++stage)
          words.push_back(word(activity + "/segment_" + std::to_string(segment) + "/" + std::to_string(channel) +
                               "/stage" + std::to_string(stage)));
  for (const int shift : {0, 8, 16, 24}) {
    std::vector<std::int64_t> counts(256);
    for (const sim::Word value : words) ++counts[value >> shift & 255];
    fit::check_equal_cells("byte at bit " + std::to_string(shift), counts);
  }
  std::sort(words.begin(), words.end());
  CHECK(words.size() == 10'000);
  CHECK(std::adjacent_find(words.begin(), words.end()) == words.end());
}

// ---- uniform ----

TEST_CASE("uniform draws lie strictly between 0 and 1 and are uniform") {
  const std::vector<double> sample = first_draws(1'000'000, [](Stream& stream) { return stream.uniform(); });
  CHECK(*std::min_element(sample.begin(), sample.end()) > 0);
  CHECK(*std::max_element(sample.begin(), sample.end()) < 1);
  const auto cdf = [](double x) { return x; };
  fit::check_moments("uniform", sample, 0.5, 1.0 / 12);
  fit::check_shape("uniform", sample, cdf);
  check_cells("uniform", sample, 4096, cdf);
}

// ---- ziggurat ----

TEST_CASE("the layers of the ziggurats have the same area and no gap at the top") {
  const auto check = [](const sim::detail::Ziggurat& table, double area) {
    CHECK(table.edge[0] * table.density[1] == doctest::Approx(area).epsilon(1e-14));
    for (std::size_t i = 1; i < 256; ++i) {
      CHECK(table.edge[i] < table.edge[i - 1]);
      // The last one is not built by this rule: its top must meet the density's by itself.
      const double own = table.edge[i] * (table.density[i + 1] - table.density[i]);
      CHECK(own == doctest::Approx(area).epsilon(1e-11));
    }
    CHECK(table.edge[256] == 0);
    CHECK(table.density[256] == 1);
  };
  const double exponential_tail = sim::detail::exponential_ziggurat.edge[1];
  check(sim::detail::exponential_ziggurat, (exponential_tail + 1) * std::exp(-exponential_tail));
  const double normal_tail = sim::detail::normal_ziggurat.edge[1];
  const double root_of_half_pi = 1.2533141373155002512;
  check(sim::detail::normal_ziggurat, normal_tail * std::exp(-normal_tail * normal_tail / 2) +
                                          root_of_half_pi * std::erfc(normal_tail / std::sqrt(2.0)));
}

TEST_CASE("a million exponential draws have the exponential's moments and shape") {
  const std::vector<double>& sample = million_exponentials();
  CHECK(*std::min_element(sample.begin(), sample.end()) > 0);
  fit::check_moments("exponential", sample, 1, 1);
  fit::check_shape("exponential", sample, exponential_cdf);
  check_cells("exponential", sample, 1024, exponential_cdf);
  check_cells("exponential, finely", sample, 16'384, exponential_cdf);
}

TEST_CASE("a million normal draws have the normal's moments and shape") {
  const std::vector<double>& sample = million_normals();
  fit::check_moments("normal", sample, 0, 1);
  fit::check_shape("normal", sample, normal_cdf);
  check_cells("normal", sample, 1024, normal_cdf);
  check_cells("normal, finely", sample, 16'384, normal_cdf);
}

TEST_CASE("within each layer of a ziggurat draws follow the density, wedge and all") {
  // Between the edges of two neighbouring layers the law is the density cut to that strip: 255 strips, eight equally
  // probable cells in each, which shows a fault that a single layer has.
  const auto check = [](const std::string& what, const sim::detail::Ziggurat& table, const std::vector<double>& sample,
                        const std::function<double(double)>& cdf) {
    std::vector<std::int64_t> counts(8);
    for (const double signed_x : sample) {
      const double x = std::abs(signed_x);
      if (x >= table.edge[1]) continue;
      const auto above = std::upper_bound(table.edge.begin(), table.edge.end(), x, std::greater<>{});
      const double low = cdf(*above);
      const double high = cdf(*(above - 1));
      ++counts[fit::cell((cdf(x) - low) / (high - low), 8)];
    }
    fit::check_equal_cells(what, counts);
  };
  check("exponential", sim::detail::exponential_ziggurat, million_exponentials(), exponential_cdf);
  check("normal", sim::detail::normal_ziggurat, million_normals(), normal_cdf);
}

TEST_CASE("the tails have the probability and shape they should, far beyond the layers") {
  const std::size_t n = 1'000'000;
  for (const double from : {4.0, 6.0, 7.69, 7.7, 8.5}) {
    const auto& sample = million_exponentials();
    const auto count = std::count_if(sample.begin(), sample.end(), [&](double x) { return x > from; });
    fit::check_share("exponential beyond " + std::to_string(from), count, n, std::exp(-from));
  }
  for (const double from : {2.0, 3.0, 3.65, 3.66, 3.9}) {
    const auto& sample = million_normals();
    const auto above = std::count_if(sample.begin(), sample.end(), [&](double x) { return x > from; });
    const auto below = std::count_if(sample.begin(), sample.end(), [&](double x) { return x < -from; });
    fit::check_share("normal above " + std::to_string(from), above, n, normal_cdf(-from));
    fit::check_share("normal below −" + std::to_string(from), below, n, normal_cdf(-from));
  }
}

TEST_CASE("beyond the lowest layer the excess follows the law of the tail") {
  // Ten million draws of each kind, of which about 4,540 exponential and 2,580 normal ones lie in the tail.
  std::vector<double> exponentials;
  std::vector<double> normals;
  const double exponential_tail = sim::detail::exponential_ziggurat.edge[1];
  const double normal_tail = sim::detail::normal_ziggurat.edge[1];
  const Draws draws(seed, 8);
  std::int64_t above = 0;
  for (std::uint32_t entity = 0; entity < 10'000'000; ++entity) {
    Stream stream = draws.at(purpose, entity);
    const double e = stream.exponential();
    const double z = stream.normal();
    if (e > exponential_tail) exponentials.push_back(e);
    if (std::abs(z) > normal_tail) normals.push_back(std::abs(z));
    if (z > normal_tail) ++above;
  }
  fit::check_share("exponential tail", static_cast<std::int64_t>(exponentials.size()), 10'000'000,
                   std::exp(-exponential_tail));
  fit::check_share("normal tails", static_cast<std::int64_t>(normals.size()), 10'000'000, 2 * normal_cdf(-normal_tail));
  fit::check_share("upper one of the normal tails", above, normals.size(), 0.5);
  fit::check_shape("exponential tail", exponentials, [&](double x) { return exponential_cdf(x - exponential_tail); });
  fit::check_shape("normal tail", normals, [&](double x) { return 1 - normal_cdf(-x) / normal_cdf(-normal_tail); });
}

TEST_CASE("draws have the full resolution of a double") {
  // Among a million of 2^52 equally likely values two are equal with probability 1.1e-4; 32-bit draws would show a
  // hundred pairs. In about half of the draws the last bit is set.
  for (const auto* original : {&million_exponentials(), &million_normals()}) {
    std::vector<double> sample = *original;
    std::int64_t odd = 0;
    for (const double x : sample) odd += static_cast<std::int64_t>(std::bit_cast<std::uint64_t>(x) & 1);
    fit::check_share("last bit", odd, sample.size(), 0.5);
    std::sort(sample.begin(), sample.end());
    CHECK(std::adjacent_find(sample.begin(), sample.end()) == sample.end());
  }
}

// ---- gamma ----

TEST_CASE("gamma draws have the moments and the shape of the law, for small and large shapes") {
  for (const double shape : {0.05, 0.3, 0.9, 1.0, 1.5, 4.0, 60.0, 5000.0}) {
    const std::string what = "gamma of shape " + std::to_string(shape);
    const std::vector<double> sample = first_draws(100'000, [&](Stream& stream) { return stream.gamma(shape); });
    fit::check_moments(what, sample, shape, shape);
    const boost::math::gamma_distribution<> law(shape);
    fit::check_shape(what, sample, [&](double x) { return cdf(law, x); });
  }
}

// ---- independence ----

TEST_CASE("neighbouring addresses are independent, and so are draws within one") {
  const std::uint32_t n = 200'000;
  const Draws here(seed, 20);
  struct Neighbour {
    std::string what;
    std::function<Stream(std::uint32_t)> stream;
  };
  const std::vector<Neighbour> neighbours = {
      {"next entity", [&](std::uint32_t i) { return here.at(purpose, i + 1); }},
      {"next attempt", [&](std::uint32_t i) { return here.at(purpose, i, 1); }},
      {"next purpose", [&](std::uint32_t i) { return here.at(purpose + 1, i); }},
      {"next replication", [&](std::uint32_t i) { return Draws(seed, 21).at(purpose, i); }},
      {"next seed", [&](std::uint32_t i) { return Draws(seed + 1, 20).at(purpose, i); }},
      {"purpose and entity exchanged", [&](std::uint32_t i) { return here.at(i, purpose); }},
      {"second draw", [&](std::uint32_t i) {
         Stream stream = here.at(purpose, i);
         stream.uniform();
         return stream;
       }}};
  for (const Neighbour& neighbour : neighbours) {
    const std::string& what = neighbour.what;
    double product_of_uniforms = 0;
    double product_of_exponentials = 0;
    double product_of_normals = 0;
    std::vector<std::int64_t> uniform_cells(64 * 64);
    std::vector<std::int64_t> exponential_cells(32 * 32);
    std::vector<std::int64_t> normal_cells(32 * 32);
    for (std::uint32_t i = 0; i < n; ++i) {
      const Stream first = here.at(purpose, i);
      const Stream other = neighbour.stream(i);
      // Copies, so that all three kinds are made of the same words.
      const double u = Stream(first).uniform();
      const double v = Stream(other).uniform();
      product_of_uniforms += 12 * (u - 0.5) * (v - 0.5);
      ++uniform_cells[fit::cell(u, 64) * 64 + fit::cell(v, 64)];
      const double e = Stream(first).exponential();
      const double f = Stream(other).exponential();
      product_of_exponentials += (e - 1) * (f - 1);
      ++exponential_cells[fit::cell(exponential_cdf(e), 32) * 32 + fit::cell(exponential_cdf(f), 32)];
      const double y = Stream(first).normal();
      const double z = Stream(other).normal();
      product_of_normals += y * z;
      ++normal_cells[fit::cell(normal_cdf(y), 32) * 32 + fit::cell(normal_cdf(z), 32)];
    }
    // Each product has mean 0 and variance 1, so its sum is normal with variance n.
    CHECK_MESSAGE(std::abs(product_of_uniforms) < fit::largest_z * std::sqrt(n), what << ", uniform");
    CHECK_MESSAGE(std::abs(product_of_exponentials) < fit::largest_z * std::sqrt(n), what << ", exponential");
    CHECK_MESSAGE(std::abs(product_of_normals) < fit::largest_z * std::sqrt(n), what << ", normal");
    fit::check_equal_cells(what + ", uniform", uniform_cells);
    fit::check_equal_cells(what + ", exponential", exponential_cells);
    fit::check_equal_cells(what + ", normal", normal_cells);
  }
}
