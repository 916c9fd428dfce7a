package external

import (
	"encoding/json"
	"sync"
	"time"
)

// Memory is what is known of links from earlier runs. It is safe for concurrent use.
type Memory struct {
	mu    sync.Mutex
	links map[string]known
}

type known struct {
	At     time.Time `json:"at"`
	Answer string    `json:"answer"`
}

// memoryForm is how a memory is kept.
type memoryForm struct {
	Version int              `json:"version"`
	Links   map[string]known `json:"links"`
}

const memoryVersion = 1

// Recall reads what Keep wrote. What is not understood is forgotten: links are then tried again.
func Recall(content []byte) *Memory {
	var form memoryForm
	if json.Unmarshal(content, &form) != nil || form.Version != memoryVersion || form.Links == nil {
		form.Links = map[string]known{}
	}
	return &Memory{links: form.Links}
}

// Keep writes down what is known and still holds at the instant.
func (m *Memory) Keep(now time.Time) []byte {
	m.mu.Lock()
	defer m.mu.Unlock()
	form := memoryForm{Version: memoryVersion, Links: map[string]known{}}
	for address, k := range m.links {
		if k.fresh(now) {
			form.Links[address] = k
		}
	}
	content, err := json.MarshalIndent(form, "", " ")
	if err != nil {
		panic(err) // plain maps, strings and times
	}
	return append(content, '\n')
}

func (k known) fresh(now time.Time) bool {
	age := now.Sub(k.At)
	if k.Answer == sound {
		return age >= 0 && age < soundFor
	}
	return age >= 0 && age < faultyFor
}

// get tells what is known of an address, and whether that still holds.
func (m *Memory) get(address string, now time.Time) (known, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	k, ok := m.links[address]
	return k, ok && k.fresh(now)
}

func (m *Memory) put(address string, k known) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.links[address] = k
}
