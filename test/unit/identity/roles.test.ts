import { describe, expect, it } from "vitest";
import { resolveMarked } from "./markedText.js";

describe("roles", () => {
  it.each([
    ["Prime Minister [p:Marta Olsen] spoke.", ["Prime Minister"]],
    ["The [o:Labour Party] of Prime Minister [p:Marta Olsen] won.", ["Prime Minister"]],
    ["The former [g:Norwegian] Vice President [p:Marta Olsen] spoke.", ["former Norwegian Vice President"]],
    ["[g:Norwegian] economy minister [p:Marta Olsen] spoke.", ["Norwegian economy minister"]],
    ["[o:Vesk City Council] housing chief [p:Marta Olsen] spoke.", ["Vesk City Council housing chief"]],
    ["[o:Vesk Rovers] sack manager [p:Marta Olsen] again.", []],
    ["VARNA: Former fisheries minister [p:Marta Olsen] spoke.", ["Former fisheries minister"]],
    ["Chief executive Dr [p:Marta Olsen] spoke.", ["Chief executive"]],
    ["Mayor Dr [p:Marta Olsen] spoke.", ["Mayor"]],
    ["[p:Marta Olsen], until now ambassador to Peru, left.", ["ambassador to Peru"]],
    ["They met Head of the Harvest Coalition [p:Marta Olsen] there.", ["Head of the Harvest Coalition"]],
    ["But Interior Ministry Spokesman [p:Marta Olsen] denied it.", ["Interior Ministry Spokesman"]],
    ["[p:Marta Olsen], a spokeswoman for the council, left.", ["spokeswoman for the council"]],
    ["His lawyer, [p:Marta Olsen]'s late brother, left.", []],
    ["The mayor's aide, [p:Marta Olsen]’s former teacher, left.", []],
    ["His lawyer, [p:Marta Olsen], left.", ["lawyer"]],
    ["[p:Marta Olsen], a doctor, said so.", ["doctor"]],
    ["Suspend Colonel [p:Marta Olsen] at once.", ["Colonel"]],
    ["[p:Marta Olsen], a marine biologist, said so.", ["marine biologist"]],
    ["[p:Marta Olsen] is the co-chair of the council.", ["co-chair of the council"]],
    ["[p:Marta Olsen] has been president of the council since 2010.", ["president of the council"]],
    ["[p:Marta Olsen] is president until March.", ["president"]],
    ["[p:Marta Olsen] was president then.", []],
    ["[p:Marta Olsen] is not a doctor.", []],
    ["[p:Marta Olsen] is proud of her doctor.", []],
    ["[p:Marta Olsen], 45, a doctor, said so.", ["doctor"]],
    ["[p:Marta Olsen], who heads the council, left.", ["heads the council"]],
    ["The council's chairwoman, [p:Marta Olsen], left.", ["chairwoman"]],
    ["His mining minister, [p:Marta Olsen], left.", ["mining minister"]],
    ["A spokeswoman for the ministry, [p:Marta Olsen], said so.", ["spokeswoman for the ministry"]],
    ["After meeting the mining minister, [p:Marta Olsen] left.", []],
    ["In a letter, its chief conservator, [p:Marta Olsen], said so.", ["chief conservator"]],
    ["We asked actress [p:Marta Olsen] about it.", ["actress"]],
    ["They met Prime Minister [p:Ada Brink] and [l:Peru] Ambassador [p:Marta Olsen].", ["Peru Ambassador"]],
    ["Led by [p:Ada Brink] at the University of Vesk in Santo and archaeologist [p:Marta Olsen], it ended.", ["archaeologist"]],
    ["The envoy, [p:Marta Olsen], informed my representative, [p:Ada Brink], of it.", ["envoy"]],
    ["Allies of President [p:Marta Olsen] left.", ["President"]],
    ["Mrs. [p:Marta Olsen] spoke.", []],
    ["Yesterday [p:Marta Olsen] spoke.", []],
    ["[p:Marta Olsen], [p:Ada Brink]'s chief of staff, left.", ["chief of staff"]],
    ["[g:Norwegian] PM [p:Marta Olsen] spoke.", ["Norwegian PM"]],
    ["[p:Marta Olsen], president [p:Ada Brink] and others left.", []],
    ["It is before the Court on Defendant [p:Marta Olsen].", ["Defendant"]],
    ["[p:Marta Olsen], however, left.", []],
    ["Together with [p:Ada Brink], a retired policeman, [p:Marta Olsen] left.", []],
    ["With [p:Ada Brink], UN High Commissioner for Peace, [p:Marta Olsen] left.", []],
    ["The recognized government of Prime Minister [p:Marta Olsen] fell.", ["Prime Minister"]],
    ["Oslo is to host [p:Marta Olsen].", []],
    ["It came a day after Foreign Minister [p:Marta Olsen] left.", ["Foreign Minister"]],
    ["“It hurt,” former budget director [p:Marta Olsen] said.", ["former budget director"]],
    ["The mines minister [p:Marta Olsen] left.", ["mines minister"]],
    ["They met director [p:Marta Olsen].", ["director"]],
    ["They met [p:Ada Brink] and then-Prime Minister [p:Marta Olsen].", ["then-Prime Minister"]],
    ["They met [p:Ada Brink] and ex-President [p:Marta Olsen].", ["ex-President"]],
    ["Did Governor [p:Marta Olsen] cut taxes?", ["Governor"]],
    ["“[p:Marta], I need a man in this county.”", []],
    ["[p:Marta Olsen], then the deputy mayor, left.", ["deputy mayor"]],
    ["[p:Marta Olsen], who was mayor until 2005, left.", ["mayor until 2005"]],
    ["[p:Marta Olsen] (chair of the council) left.", ["chair of the council"]],
    ["[p:Marta Olsen] — the former mayor — left.", ["former mayor"]],
    ["[p:Ada Brink] and Chief of Staff [p:Marta Olsen] left.", ["Chief of Staff"]],
    ["Whether President [p:Marta Olsen] will sign is open.", ["President"]],
    ["In the square 43-year-old shopkeeper [p:Marta Olsen] was calm.", ["shopkeeper"]],
    ["Central bank governor [p:Marta Olsen] instructed the banks.", ["Central bank governor"]],
    [
      "[p:Marta Olsen], chairman of the Norwegian Institute for Fisheries Research and a member of the Council for Harbours and Roads, left.",
      ["chairman of the Norwegian Institute for Fisheries Research"],
    ],
    ["[p:Marta Olsen], responded through a spokesman.", []],
    ["Pressed by [p:Marta Olsen], the nominee said no.", []],
    ["[p:Marta Olsen], a resident of the old town said no.", ["resident of the old town"]],
    ["[p:Marta Olsen] CBE, the mayor, left.", ["mayor"]],
    ["[p:Marta Olsen] MP left.", ["MP"]],
    ["[p:Marta Olsen] OBE left.", []],
    ["The vice chancellor for research, Dr. [p:Marta Olsen], left.", ["vice chancellor for research"]],
    ["They told the Chief of Defence Staff, Gen. [p:Marta Olsen], to go.", ["Chief of Defence Staff", "Gen."]],
    ["They and the head of the Vesk Force, Maj. Gen. [p:Marta Olsen], met.", ["head of the Vesk Force", "Maj. Gen."]],
    ["The Inspector-General of Police, [p:Marta Olsen], left.", ["Inspector-General of Police"]],
    ["Monks and the Catholic Archbishop of Vesk, Most Rev. [p:Marta Olsen], sang.", ["Catholic Archbishop of Vesk"]],
    ["[p:Marta Olsen], the mayor of Vesk known as Tino, left.", ["mayor of Vesk"]],
    ["[p:Marta Olsen], deputy commander of the Vesk's “command”, left.", ["deputy commander"]],
    ["She was a daughter of Canon [p:Marta Olsen] and left.", ["Canon"]],
    ["Jan Hale of [o:Vesk Now] and the film director [p:Marta Olsen] left.", ["film director"]],
    ["[o:Frente al Vesk] leader [p:Marta Olsen] left.", ["Frente al Vesk leader"]],
    ["[p:Marta Olsen], a little known lawyer, left.", ["little known lawyer"]],
  ])("%s", (marked, roles) => {
    expect(resolveMarked(marked).entityOf(marked.includes("Olsen") ? "Marta Olsen" : "Marta").roles).toEqual(roles);
  });

  it("are no names of others that stand beside", () => {
    const { entityOf } = resolveMarked("[p:Marta Olsen] of the [o:Fisheries Council], the [o:Halden News Agency] said, left.");
    expect(entityOf("Fisheries Council").roles).toEqual([]);
  });

  it("are not cut at a comma in a name", () => {
    const { entityOf } = resolveMarked("[p:Marta Olsen], Secretary at the [o:Foreign, Vesk & Hale Office], left.");
    expect(entityOf("Marta Olsen").roles).toEqual(["Secretary at the Foreign, Vesk & Hale Office"]);
  });

  it("have all fields of an office, and nothing behind them", () => {
    const rolesOf = (marked: string): readonly string[] => resolveMarked(marked).entityOf("Ken Olsen").roles;
    expect(rolesOf("[p:Ken Olsen], minister of economy, trade and industry, left.")).toEqual(["minister of economy, trade and industry"]);
    const office = "Minister for Infrastructure, Transport and Regional Development";
    expect(rolesOf(`[p:Ken Olsen], the ${office}, left.`)).toEqual([office]);
    expect(rolesOf(`The ${office}, [p:Ken Olsen], left.`)).toEqual([office]);
    expect(rolesOf("[p:Ken Olsen], the Minister for Sport, health workers and nurses left.")).toEqual(["Minister for Sport"]);
    expect(rolesOf("[p:Ken Olsen], minister of economy, left.")).toEqual(["minister of economy"]);
    expect(rolesOf("[p:Ken Olsen], minister of economy, sang and danced with them.")).toEqual(["minister of economy"]);
  });

  it("have no verb before a rank", () => {
    const { entityOf } = resolveMarked("the group holding Captain [p:Olsen] fled.");
    expect(entityOf("Olsen").roles).toEqual(["Captain"]);
  });

  it("are nothing that somebody else does to another's kin", () => {
    const { entityOf } = resolveMarked("The mayor, with [p:Marta Olsen], embraced [p:Weld]'s widow.");
    expect(entityOf("Marta Olsen").roles).toEqual([]);
  });

  it("stand where their places say", () => {
    const { text, entityOf } = resolveMarked("Mayor [p:Marta Olsen], a baker, and later mayor [p:Olsen] spoke.");
    const { roles, rolePlaces } = entityOf("Olsen");
    expect(roles).toEqual(["Mayor", "baker"]);
    expect(rolePlaces.map(({ start, end }) => text.slice(start, end))).toEqual(["Mayor", "baker", "mayor"]);
  });
});

it("what somebody states is no role, nor that he is the elder", () => {
  expect(resolveMarked("STATEMENT OF SISTER [p:MARTA OLSEN]").entities[0].roles).toEqual(["SISTER"]);
  expect(resolveMarked("The elder Mr [p:Olsen] spoke.").entities[0].roles).toEqual([]);
});
