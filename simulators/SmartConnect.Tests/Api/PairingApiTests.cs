using PairingLab.Kernel.Store;
using PairingLab.SmartConnect.Api;

namespace PairingLab.SmartConnect.Tests.Api;

public sealed class PairingApiTests
{
    private const string Invalid = "Invalid Pairing Code. Please make sure you entered the code correctly";

    [Theory]
    [InlineData("/POS/Pairing/")]
    [InlineData("/pos/pairing/")]
    [InlineData("/Pos/PAIRING/")]
    public async Task A_register_is_paired_whatever_the_case_of_the_path(string path)
    {
        await using var lab = await RunningSmartConnect.StartAsync(new() { CodeLetters = true });
        var code = (await lab.CodeAsync("d1")).ToLowerInvariant();
        var said = await lab.FormAsync("PUT", path + code, RunningSmartConnect.Metadata());
        (said.Status, said.Text, said.Type).ShouldBe((200, """{"result":"success"}""", "application/json"));
    }

    [Theory]
    [InlineData(8, false, "^[0-9]{8}$")]
    [InlineData(6, true, "^[2-9A-HJ-NP-Z]{6}$")]
    [InlineData(4, false, "^[0-9]{4}$")]
    [InlineData(12, false, "^[0-9]{12}$")]
    public async Task A_code_has_eight_digits_unless_the_site_is_set_otherwise(int length, bool letters, string form)
    {
        await using var lab = await RunningSmartConnect.StartAsync(new() { CodeLength = length, CodeLetters = letters });
        for (var i = 0; i < 20; i++)
        {
            (await lab.CodeAsync("d1")).ShouldMatch(form);
        }
    }

    [Fact]
    public async Task A_raw_body_with_a_space_in_a_field_name_is_read_as_any_client_writes_it()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        foreach (var name in (string[])["Contact+Name", "Contact%20Name"])
        {
            var body = $"POSRegisterID=db%2Fr1&POSRegisterName=Till&POSBusinessName=A+%26+B&POSVendorName=V&{name}=Ann&ZipCode=1010";
            var form = new StringContent(body, null, "application/x-www-form-urlencoded");
            (await lab.SendAsync("PUT", $"/POS/Pairing/{await lab.CodeAsync("d1")}", form)).Status.ShouldBe(200);
        }

        var known = (await lab.DeviceAsync("GET", "d1")).Read<DeviceResponse>();
        known.Registers.ShouldHaveSingleItem().ShouldBe(new DeviceRegisterResponse("db/r1", "Till (db/r1)", "A & B"));
        (await lab.DeviceAsync("DELETE", "d1", "/Registers?register=db%2Fr1")).Status.ShouldBe(204);
    }

    [Fact]
    public async Task After_twenty_invalid_codes_no_code_of_that_address_is_heard_for_a_while()
    {
        const string Wait = "Too many invalid pairing codes, please wait before you try again";
        await using var lab = await RunningSmartConnect.StartAsync(new() { CodeLifetime = TimeSpan.FromHours(1) });
        var path = $"/POS/Pairing/{await lab.CodeAsync("d1")}";
        for (var guess = 0; guess < 20; guess++)
        {
            (await lab.FormAsync("PUT", "/POS/Pairing/ZZZZZZ", RunningSmartConnect.Metadata())).ShouldBe(400, Invalid);
        }

        (await lab.FormAsync("PUT", path, RunningSmartConnect.Metadata())).ShouldBe(429, Wait);
        await lab.Clock.AdvanceAsync(TimeSpan.FromMinutes(15) - TimeSpan.FromTicks(1));
        (await lab.FormAsync("PUT", path, RunningSmartConnect.Metadata())).ShouldBe(429, Wait);
        await lab.Clock.AdvanceAsync(TimeSpan.FromTicks(1));
        (await lab.FormAsync("PUT", path, RunningSmartConnect.Metadata())).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Unknown_used_replaced_and_expired_codes_are_refused_alike_and_the_edge_is_sharp()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        (await lab.FormAsync("PUT", "/POS/Pairing/ZZZZZZ", RunningSmartConnect.Metadata())).ShouldBe(400, Invalid);
        var used = await lab.CodeAsync("d1");
        (await lab.FormAsync("PUT", $"/POS/Pairing/{used}", RunningSmartConnect.Metadata())).Status.ShouldBe(200);
        (await lab.FormAsync("PUT", $"/POS/Pairing/{used}", RunningSmartConnect.Metadata("r2"))).ShouldBe(400, Invalid);
        var replaced = await lab.CodeAsync("d1");
        await lab.CodeAsync("d1");
        (await lab.FormAsync("PUT", $"/POS/Pairing/{replaced}", RunningSmartConnect.Metadata("r2"))).ShouldBe(400, Invalid);

        var late = await lab.CodeAsync("d1");
        var inTime = await lab.CodeAsync("d2");
        await lab.Clock.AdvanceAsync(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        (await lab.FormAsync("PUT", $"/POS/Pairing/{inTime}", RunningSmartConnect.Metadata("r3"))).Status.ShouldBe(200);
        await lab.Clock.AdvanceAsync(TimeSpan.FromTicks(1));
        (await lab.FormAsync("PUT", $"/POS/Pairing/{late}", RunningSmartConnect.Metadata("r4"))).ShouldBe(400, Invalid);
    }

    [Fact]
    public async Task A_valid_code_of_another_device_moves_a_register_and_an_invalid_one_leaves_it()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        await lab.PairAsync("d1");
        await lab.SignOnAsync("d2");
        (await lab.FormAsync("PUT", "/POS/Pairing/ZZZZZZ", RunningSmartConnect.Metadata())).ShouldBe(400, Invalid);
        (await lab.RegistersAsync("d1")).ShouldBe(["r1"]);
        var before = await lab.PayAsync();
        await lab.PairAsync("d2");
        (await lab.RegistersAsync("d1")).ShouldBeEmpty();
        (await lab.RegistersAsync("d2")).ShouldBe(["r1"]);
        var after = await lab.PayAsync();
        (await lab.NextAsync("d2"))!.Id.ShouldBe(after.TransactionId);
        (await lab.NextAsync("d1"))!.Id.ShouldBe(before.TransactionId, "it was accepted when the register was paired with this one");
    }

    [Fact]
    public async Task The_contact_of_a_register_is_kept()
    {
        using var store = new MemoryStore();
        await using var lab = await RunningSmartConnect.StartAsync(store: store);
        var form = RunningSmartConnect.Metadata().Concat(
        [
            new("Contact Name", "Ann Smith"), new("Address", "1 High Street"), new("City", "Auckland"), new("State", "AKL"),
            new("ZipCode", "1010"), new("Email", "ann@store.example"), new("Phone", "+64 9 1"),
        ]);
        (await lab.FormAsync("PUT", $"/POS/Pairing/{await lab.CodeAsync("d1")}", form)).Status.ShouldBe(200);
        var kept = store.ReadAll("smartconnect/register/").ShouldHaveSingleItem().Value;
        foreach (var text in (string[])["Ann Smith", "1 High Street", "Auckland", "AKL", "1010", "ann@store.example", "64 9 1"])
        {
            kept.ShouldContain(text);
        }
    }

    [Fact]
    public async Task A_hidden_code_is_dead_and_so_is_one_of_a_device_switched_on_again()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        var hidden = await lab.CodeAsync("d1");
        (await lab.DeviceAsync("DELETE", "d1", "/PairingCode")).Status.ShouldBe(204);
        (await lab.FormAsync("PUT", $"/POS/Pairing/{hidden}", RunningSmartConnect.Metadata())).ShouldBe(400, Invalid);
        var dark = await lab.CodeAsync("d1");
        await lab.SignOnAsync("d1");
        (await lab.FormAsync("PUT", $"/POS/Pairing/{dark}", RunningSmartConnect.Metadata())).ShouldBe(400, Invalid);
    }

    [Theory]
    [InlineData("POSRegisterID")]
    [InlineData("POSBusinessName")]
    [InlineData("POSVendorName")]
    public async Task A_missing_field_is_named_and_the_code_stays_good(string field)
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        var code = await lab.CodeAsync("d1");
        var form = RunningSmartConnect.Metadata();
        form.Remove(field);
        (await lab.FormAsync("PUT", $"/POS/Pairing/{code}", form)).ShouldBe(400, $"{field} is required");
        (await lab.FormAsync("PUT", $"/POS/Pairing/{code}", RunningSmartConnect.Metadata())).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData(false, 200)]
    [InlineData(true, 400)]
    public async Task POSRegisterName_may_be_left_out_unless_the_site_is_strict(bool strict, int status)
    {
        await using var lab = await RunningSmartConnect.StartAsync(new() { RegisterNameRequired = strict });
        var form = RunningSmartConnect.Metadata();
        form.Remove("POSRegisterName");
        (await lab.FormAsync("PUT", $"/POS/Pairing/{await lab.CodeAsync("d1")}", form)).Status.ShouldBe(status);
    }

    [Fact]
    public async Task Bad_bodies_are_refused_with_what_would_be_right()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        var code = await lab.CodeAsync("d1");
        (await lab.SendAsync("PUT", $"/POS/Pairing/{code}"))
            .ShouldBe(400, "The body must be form-urlencoded (Content-Type: application/x-www-form-urlencoded)");
        var json = new StringContent("""{"POSRegisterID":"r1"}""", null, "application/json");
        (await lab.SendAsync("PUT", $"/POS/Pairing/{code}", json)).Status.ShouldBe(400);
        var twice = RunningSmartConnect.Metadata().Append(new("POSRegisterID", "r2"));
        (await lab.FormAsync("PUT", $"/POS/Pairing/{code}", twice)).ShouldBe(400, "POSRegisterID is there 2 times; send it once");
        foreach (var bad in (string[])["a\nb", new string('x', 201), "\0", "  "])
        {
            (await lab.FormAsync("PUT", $"/POS/Pairing/{code}", RunningSmartConnect.Metadata(bad))).Status.ShouldBe(400);
        }

        var many = Enumerable.Range(0, 2000).Select(i => KeyValuePair.Create($"f{i}", "1"));
        (await lab.FormAsync("PUT", $"/POS/Pairing/{code}", many)).Status.ShouldBe(400);
    }

    [Theory]
    [InlineData("POST", "/POS/Pairing/ABCDEF")]
    [InlineData("GET", "/POS/Pairing/ABCDEF")]
    [InlineData("DELETE", "/POS/Pairing/ABCDEF")]
    [InlineData("PATCH", "/POS/Pairing/ABCDEF")]
    [InlineData("PUT", "/POS/Transaction")]
    [InlineData("GET", "/POS/Transaction")]
    [InlineData("DELETE", "/POS/Transaction/x")]
    [InlineData("OPTIONS", "/POS/Transaction")]
    [InlineData("PUT", "/POS/Pairing")]
    [InlineData("GET", "/POS")]
    [InlineData("GET", "/")]
    [InlineData("POST", "/POS/Unpair")]
    public async Task Wrong_methods_and_unknown_paths_are_404(string method, string path)
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        (await lab.SendAsync(method, path)).ShouldBe(404, $"There is no {method} {path}");
    }

    [Fact]
    public async Task CORS_is_open_for_answers_errors_and_preflights()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        foreach (var said in new[]
        {
            await lab.FormAsync("PUT", $"/POS/Pairing/{await lab.CodeAsync("d1")}", RunningSmartConnect.Metadata()),
            await lab.FormAsync("PUT", "/POS/Pairing/ZZZZZZ", RunningSmartConnect.Metadata()),
            await lab.SendAsync("GET", "/nowhere"),
        })
        {
            said.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
            said.Headers.GetValues("Access-Control-Expose-Headers").ShouldBe(["Retry-After"]);
        }

        var preflight = await lab.SendAsync(
            "OPTIONS",
            "/POS/Pairing/ABCDEF",
            null,
            null,
            ("Origin", "http://pos.example"),
            ("Access-Control-Request-Method", "PUT"),
            ("Access-Control-Request-Headers", "content-type,x-mine"));
        preflight.Status.ShouldBe(204);
        preflight.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        string.Join(',', preflight.Headers.GetValues("Access-Control-Allow-Methods")).ShouldContain("PUT");
        string.Join(',', preflight.Headers.GetValues("Access-Control-Allow-Headers")).ShouldContain("x-mine");
    }

    [Fact]
    public async Task A_page_of_another_origin_does_nothing_at_a_payment_device()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        var body = System.Net.Http.Json.JsonContent.Create(new { serialNumber = "SN-1" });
        var refused = await lab.SendAsync("POST", "/Device/d1/SignOn", body, null, ("Origin", "http://evil.example"));
        refused.Status.ShouldBe(403, refused.Text);
        refused.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();

        var preflight = await lab.SendAsync(
            "OPTIONS", "/Device/d1/SignOn", null, null, ("Origin", "http://evil.example"), ("Access-Control-Request-Method", "POST"));
        preflight.Status.ShouldBe(403);
        preflight.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Fact]
    public async Task A_payment_device_must_send_JSON_and_is_told_in_the_labs_form()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        var said = await lab.SendAsync("POST", "/Device/d1/SignOn", new StringContent("""{"serialNumber":"SN-1"}"""));

        said.Status.ShouldBe(415);
        said.Text.ShouldStartWith("{\"error\":{\"code\":\"unsupported_media_type\"");
    }

    [Fact]
    public async Task A_preflight_for_what_is_no_header_is_answered_without_repeating_it()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        using var http = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8 });
        using var request = new HttpRequestMessage(HttpMethod.Options, lab.Address + "/POS/Transaction")
        {
            Headers = { { "Access-Control-Request-Method", "POST" }, { "Access-Control-Request-Headers", "größe" } },
        };
        using var answer = await http.SendAsync(request);

        ((int)answer.StatusCode).ShouldBe(204);
        answer.Headers.GetValues("Access-Control-Allow-Headers").ShouldBe(["*"]);
    }

    [Fact]
    public async Task OpenAPI_has_both_sides()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        var document = (await lab.SendAsync("GET", "/openapi.json")).Text;
        string[] parts =
        [
            "/POS/Pairing/{code}", "/POS/Transaction/{id}", "/POS/Transaction/{id}/Callback", "AmountCash",
            "PosNotificationCallbackUrl", "/Device/{device}/Payments/Next", "Contact Name",
            "application/x-www-form-urlencoded",
        ];
        foreach (var part in parts)
        {
            document.ShouldContain(part);
        }
    }
}
